using System.IO.Compression;
using System.Text;
using ScriptHost.Presets;

namespace ScriptHost.Runs;

/// <summary>Bundles: packed, run, laid out, and refused, through the program.</summary>
public sealed class BundleRunTests : IDisposable
{
    private readonly PresetWorkspace workspace = new PresetWorkspace()
        .Preset("base", "scorers: [size]\n")
        .Preset("p", """
            description: "What we: hold."
            include: [base]
            scorers:
              - { scorer: length, as: short, with: { max: 9 }, aggregations: [pass_rate], sample: 0.5, where: "session_id = 's-1'" }
              - length
            thresholds: { short/pass_rate: { at_least: 0.1, level: warn } }
            """);

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task A_bundle_gives_the_results_of_the_folder_also_laid_out_again()
    {
        var bundle = await workspace.PackAsync("p");
        var folder = await workspace.RunAsync("--preset", "p", "--locked");
        folder.ExitCode.ShouldBe(5);
        folder = await workspace.RunAsync("--preset", "p");

        var run = await workspace.RunAsync("--preset", bundle, "--locked");
        var (unpacked, files, error) = await workspace.Folder.RunAsync("unpack", bundle, "-o", workspace.Folder.At("there"));
        var (_, laidOut, _) = await workspace.Folder.RunAsync(
            "run", workspace.Folder.At("traces"), "--scorers", workspace.Folder.At("there/scorers"), "--presets", workspace.Folder.At("there/presets"),
            "--preset", "p", "--locked", "--out", workspace.Folder.At("r"), "--format", "jsonl");

        run.ExitCode.ShouldBe(0, run.Error);
        run.Results.ShouldBe(folder.Results);
        run.Record?["preset"]?.ToJsonString().ShouldBe(folder.Record?["preset"]?.ToJsonString());
        unpacked.ShouldBe(0, error);
        files.ReplaceLineEndings("\n").ShouldBe("there/presets/p.lock.yaml\nthere/presets/p.yaml\nthere/scorers/length.csx\nthere/scorers/size.csx\n");
        laidOut.ShouldBe(folder.Results);
        (await workspace.Folder.RunAsync("unpack", bundle, "-o", workspace.Folder.At("there"))).ExitCode.ShouldBe(5);
    }

    [Fact]
    public async Task Packing_twice_gives_the_same_bytes()
    {
        var first = await File.ReadAllBytesAsync(await workspace.PackAsync("p"), TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(workspace.Folder.At("scorers/size.csx"), DateTime.UnixEpoch);

        (await File.ReadAllBytesAsync(await workspace.PackAsync("p"), TestContext.Current.CancellationToken)).ShouldBe(first);
    }

    [Fact]
    public async Task A_bundle_can_be_shown_checked_and_united_with_scorers()
    {
        var bundle = await workspace.PackAsync("p");

        (await workspace.Folder.RunAsync("show", bundle)).Out.ShouldContain("short");
        var (exitCode, _, error) = await workspace.Folder.RunAsync("check", bundle);
        exitCode.ShouldBe(0, error);
        error.ShouldContain("1 preset, 0 errors");
        (await workspace.RunAsync("--preset", bundle, "--scorer", "turns")).Scorers.ShouldBe("size, short, length, turns");
    }

    [Fact]
    public async Task A_script_of_the_folder_and_another_of_the_same_name_in_a_bundle_are_not_taken_for_one()
    {
        var bundle = await workspace.PackAsync("p");
        workspace.Folder.Scorer("size", "(string outputs) => 7");

        var run = await workspace.RunAsync("--preset", bundle, "--scorer", "size");

        run.ExitCode.ShouldBe(5);
        run.Error.ShouldContain("error SH4502: Two scorers are called 'size' and are different scripts: ");
    }

    private static readonly Dictionary<string, (Action<ZipArchive> Change, string Message)> Tampered = new()
    {
        ["changed"] = (zip => Replace(zip, "scorers/size.csx", "(string outputs) => 1"), "The entry 'scorers/size.csx' was changed: its SHA-256 is "),
        ["missing"] = (zip => zip.GetEntry("scorers/size.csx")?.Delete(), "The entry 'scorers/size.csx' is missing; 'SHA256SUMS' has it with SHA-256 "),
        ["unknown"] = (zip => Replace(zip, "scorers/more.csx", "1"), "The entry 'scorers/more.csx' is unknown to 'SHA256SUMS'; its SHA-256 is "),
        ["slip"] = (zip => Replace(zip, "../evil.csx", "1"), "'../evil.csx' is no entry that a bundle may have, with SHA-256 "),
        ["deep"] = (zip => Replace(zip, "scorers/../../evil.csx", "1"), "'scorers/../../evil.csx' is no entry"),
        ["absolute"] = (zip => Replace(zip, "/etc/evil.csx", "1"), "'/etc/evil.csx' is no entry"),
        ["backslash"] = (zip => Replace(zip, "scorers\\evil.csx", "1"), "is no entry that a bundle may have"),
        ["trust"] = (zip => Replace(zip, "scorers/trust.yaml", "trust: []"), "'scorers/trust.yaml' is no entry"),
        ["twice"] = (zip => Add(zip, "scorers/SIZE.csx", "1"), "stands in the bundle twice, case aside"),
        ["link"] = (zip => (zip.GetEntry("scorers/size.csx") ?? throw new InvalidOperationException()).ExternalAttributes = unchecked((int)0xA1FF0000), "'scorers/size.csx' is no entry"),
        ["sums"] = (zip => zip.GetEntry("SHA256SUMS")?.Delete(), "The entry 'SHA256SUMS' is missing"),
        ["large"] = (zip => Add(zip, "scorers/large.csx", new string(' ', (1 << 20) + 1)), "unpacks to more than 1048576 bytes"),
        ["bomb"] = (zip => Enumerable.Range(0, 40).ToList().ForEach(i => Add(zip, $"scorers/b{i}.csx", new string(' ', 1 << 20))), "The bundle unpacks to more than 33554432 bytes"),
        ["many"] = (zip => Enumerable.Range(0, 1001).ToList().ForEach(i => Add(zip, $"scorers/b{i}.csx", "1")), "entries; it may have 1000."),
    };

    public static TheoryData<string> Tamperings => [.. Tampered.Keys];

    [Theory]
    [MemberData(nameof(Tamperings))]
    public async Task A_bundle_that_is_not_what_it_was_is_refused_and_nothing_runs(string name)
    {
        var (change, message) = Tampered[name];
        var bundle = workspace.Repacked(await workspace.PackAsync("p"), $"{name}.shp", change);

        var run = await workspace.RunAsync("--preset", bundle);
        var (unpacked, _, _) = await workspace.Folder.RunAsync("unpack", bundle, "-o", workspace.Folder.At("there"));

        (run.ExitCode, unpacked).ShouldBe((5, 5));
        run.Error.ShouldContain("SH4501");
        run.Error.ShouldContain(message);
        run.Record.ShouldBeNull();
        Directory.Exists(workspace.Folder.At("there")).ShouldBeFalse();
    }

    [Fact]
    public async Task What_is_no_zip_is_no_bundle()
    {
        workspace.Folder.File("no.shp", "preset: no\n");

        (await workspace.RunAsync("--preset", workspace.Folder.At("no.shp"))).Error.ShouldContain("no.shp: error SH4501: The file is no bundle, or is damaged: ");
    }

    [Fact]
    public async Task A_bundle_with_new_sums_but_the_old_lock_is_refused()
    {
        var faults = BundleReading.Read("p.shp", await File.ReadAllBytesAsync(await workspace.PackAsync("p"), TestContext.Current.CancellationToken), out var bundle);
        faults.ShouldBeEmpty();
        var scripts = new Dictionary<string, ReadOnlyMemory<byte>>(bundle.ShouldNotBeNull().Scripts) { ["size"] = Encoding.UTF8.GetBytes("(string outputs) => 1") };
        workspace.Folder.File("forged.shp", BundleWriting.Write(bundle with { Scripts = scripts }));

        var run = await workspace.RunAsync("--preset", workspace.Folder.At("forged.shp"));

        run.ExitCode.ShouldBe(5);
        run.Error.ShouldContain("The preset is not what the bundle's lock says: ~ size: script changed: ");
    }

    [Fact]
    public async Task The_gate_holds_a_bundles_scripts()
    {
        var path = await workspace.PackAsync("p");
        BundleReading.Read("p.shp", await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken), out var bundle);
        var scripts = new Dictionary<string, ReadOnlyMemory<byte>>(bundle.ShouldNotBeNull().Scripts) { ["size"] = Encoding.UTF8.GetBytes("(string outputs) => System.IO.File.Exists(outputs)") };
        workspace.Folder.File("evil.shp", BundleWriting.Write(bundle with { Scripts = scripts }));

        var run = await workspace.RunAsync("--preset", workspace.Folder.At("evil.shp"));

        run.ExitCode.ShouldBe(5);
        run.Error.ShouldContain("evil.shp/scorers/size.csx(1,");
        run.Record.ShouldBeNull();
    }

    [Fact]
    public async Task Trusted_code_cannot_be_packed()
    {
        await workspace.Folder.TrustAsync("size");

        var (exitCode, _, error) = await workspace.DoAsync("pack", "p", "-o", workspace.Folder.At("p.shp"), "--isolation", "none");

        exitCode.ShouldBe(5);
        error.ShouldContain("'size' cannot be packed: code that runs with full rights is trusted where it lies");
        File.Exists(workspace.Folder.At("p.shp")).ShouldBeFalse();
    }

    private static void Replace(ZipArchive zip, string name, string text)
    {
        zip.GetEntry(name)?.Delete();
        Add(zip, name, text);
    }

    private static void Add(ZipArchive zip, string name, string text)
    {
        using var stream = zip.CreateEntry(name).Open();
        stream.Write(Encoding.UTF8.GetBytes(text));
    }
}
