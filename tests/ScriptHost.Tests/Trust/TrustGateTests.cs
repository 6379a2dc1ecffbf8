using ScriptHost.Plugins;
using ScriptHost.Runs;
using ScriptHost.Sandbox;
using ScriptHost.Scripting;
using ScriptHost.Traces;

namespace ScriptHost.Trust;

/// <summary>What lifts the gate, and what does not.</summary>
public sealed class TrustGateTests : IDisposable
{
    private const string Reaching =
        """
        using System.IO;
        using System.Net.Http;
        (string outputs) => { using var client = new HttpClient(); return File.Exists("/no/such/file") || client.Timeout > TimeSpan.Zero; }
        """;

    private const string Plain = "public class Acme : ClassScorer { public bool Score(string outputs) => true; }";

    private readonly Workspace workspace = new Workspace().Traces("a.jsonl", TraceTexts.With("tr-aaaaaa"));

    private string Scorers => workspace.At("scorers");

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task A_script_that_reaches_for_files_and_network_is_refused_until_it_is_trusted()
    {
        workspace.Scorer("reaching", Reaching);

        var (refused, _, hint) = await workspace.ScoreAsync();
        var reach = await workspace.TrustAsync("reaching", "--needs", "files");
        var (exitCode, lines, error) = await workspace.ScoreAsync();
        var (again, _, _) = await workspace.ScoreAsync();

        refused.ShouldBe(5);
        hint.ShouldContain("error SH1002");
        hint.ShouldContain("then 'scripthost trust reaching' lets it run with full rights.");
        reach.ShouldContain("network       System.Net.Http.HttpClient..ctor, System.Net.Http.HttpClient.get_Timeout");
        reach.ShouldContain("files         System.IO.File.Exists");
        (exitCode, again).ShouldBe((0, 0), error);
        error.ShouldStartWith("trusted: reaching (files), by ");
        lines.ShouldHaveSingleItem().ShouldContain("\"value\":true");
    }

    [Fact]
    public async Task A_changed_byte_of_a_script_ends_its_trust()
    {
        workspace.Scorer("reaching", Reaching);
        await workspace.TrustAsync("reaching");
        workspace.Scorer("reaching", Reaching + " ");

        var (exitCode, lines, error) = await workspace.ScoreAsync();

        exitCode.ShouldBe(5);
        lines.ShouldBeEmpty();
        error.ShouldBe(
            $"scorers/reaching.csx(1,1): error SH2522: 'reaching' changed since it was trusted by {Environment.UserName} on {DateTime.UtcNow:yyyy-MM-dd}: it runs with full rights; "
            + "read what changed, then 'scripthost trust reaching' lets it run again, or 'scripthost trust --revoke reaching' takes the trust back.\n");
    }

    [Fact]
    public async Task What_a_trusted_script_compiled_to_is_not_there_for_the_same_script_untrusted()
    {
        workspace.Scorer("reaching", Reaching);
        await workspace.TrustAsync("reaching");
        (await workspace.ScoreAsync()).ExitCode.ShouldBe(0);

        (await workspace.RunAsync("trust", "--revoke", "reaching", "--scorers", Scorers)).ExitCode.ShouldBe(0);
        var (exitCode, _, error) = await workspace.ScoreAsync();

        exitCode.ShouldBe(5);
        error.ShouldContain("error SH1002");
    }

    [Fact]
    public void A_trusted_image_is_cached_apart_and_read_back_as_trusted_only()
    {
        var cache = CacheFolder.Open(workspace.At("cache"), out _).ShouldNotBeNull();
        workspace.Scorer("reaching", Reaching);
        var source = ScriptFolder.Find(Scorers, []).Sources.ShouldHaveSingleItem();
        var trusted = source with { Trust = SomeTrust.OfScript(Scorers, "reaching.csx") };

        new ScriptCompiler(AllowlistText.Embedded, cache).Compile([trusted], TestContext.Current.CancellationToken)[0].Image.ShouldNotBeNull().Trust.ShouldBe(trusted.Trust);

        cache.Load(source, AllowlistText.Embedded).ShouldBeNull();
        cache.Load(trusted, AllowlistText.Embedded).ShouldNotBeNull().Image.ShouldNotBeNull().Trust.ShouldBe(trusted.Trust);
    }

    [Fact]
    public void A_trusted_image_in_the_place_of_an_untrusted_one_is_refused_by_the_gate()
    {
        var cache = CacheFolder.Open(workspace.At("cache"), out _).ShouldNotBeNull();
        workspace.Scorer("reaching", Reaching);
        var source = ScriptFolder.Find(Scorers, []).Sources.ShouldHaveSingleItem();
        new ScriptCompiler(AllowlistText.Embedded, cache).Compile([source with { Trust = SomeTrust.OfScript(Scorers, "reaching.csx") }], TestContext.Current.CancellationToken);
        var entry = new CacheFile(Directory.GetFiles(workspace.At("cache/scripts")).ShouldHaveSingleItem(), CacheEntry.Mark).Read().ShouldNotBeNull();

        AllowlistText.Embedded.Read(out var list);
        var read = CacheEntry.Read(source, entry, list.ShouldNotBeNull());

        read.Image.ShouldBeNull();
        read.Diagnostics.ShouldContain(d => d.Code == Codes.ImageType);
    }

    [Fact]
    public async Task A_plugin_that_nobody_trusts_is_refused_and_the_message_says_what_to_do()
    {
        workspace.Plugin("Acme", Plain);

        var (exitCode, _, error) = await workspace.ScoreAsync();

        exitCode.ShouldBe(5);
        error.ShouldBe("scorers/Acme/Acme.dll(1,1): error SH2521: 'Acme' is compiled code, which runs with full rights; read it, then 'scripthost trust Acme' lets it run.\n");
    }

    [Fact]
    public async Task Who_asks_for_scripts_by_name_is_not_kept_from_them_by_a_plugin_that_nobody_trusts()
    {
        workspace.Plugin("Acme", Plain).Scorer("fine", "(string outputs) => true");

        (await workspace.ScoreAsync("--scorer", "fine")).ExitCode.ShouldBe(0);
        (await workspace.ScoreAsync("--scorer", "Acme")).Error.ShouldStartWith("scorers/Acme/Acme.dll(1,1): error SH2521");
    }

    [Theory]
    [InlineData("Acme/Acme.dll")]
    [InlineData("Acme/Part.dll")]
    [InlineData("Acme/data/words.txt")]
    [InlineData("Acme/New.dll")]
    public async Task A_changed_or_added_file_of_a_plugin_ends_its_trust(string file)
    {
        workspace.Plugin("Acme", Plain).File("scorers/Acme/Part.dll", PluginSource.Library("Part", "public class Part;")).File("scorers/Acme/data/words.txt", "a");
        await workspace.TrustAsync("Acme");
        (await workspace.ScoreAsync()).ExitCode.ShouldBe(0);
        await File.AppendAllTextAsync(Path.Combine(Scorers, file), "x", TestContext.Current.CancellationToken);

        var (exitCode, _, error) = await workspace.ScoreAsync();

        exitCode.ShouldBe(5);
        error.ShouldStartWith("scorers/Acme/Acme.dll(1,1): error SH2522: 'Acme' changed since it was trusted by ");
    }

    [Fact]
    public void A_plugin_that_changes_after_it_was_loaded_once_is_refused_by_whoever_loads_it_next()
    {
        workspace.Plugin("Acme", Plain);
        SomeTrust.Write(Scorers, SomeTrust.OfPlugin(Scorers, "Acme"));
        var report = Load();
        report.HasErrors.ShouldBeFalse();
        File.AppendAllText(workspace.At("scorers/Acme/Acme.dll"), "x");

        Should.Throw<InputException>(() => ScorerSet.Load(report.Images, report.Setups, unloads: false)).Message.ShouldContain("error SH2522");
    }

    [Fact]
    public void An_entry_for_another_scorer_lifts_nothing()
    {
        workspace.Scorer("good", "(string outputs) => true").Scorer("reaching", Reaching);
        var hash = SomeTrust.OfScript(Scorers, "reaching.csx").Sha256;

        SomeTrust.Write(Scorers, SomeTrust.Of("good", "good.csx", hash));
        Load().Diagnostics.Select(d => d.Code).ShouldContain("SH2522");
        Load().Diagnostics.Select(d => d.Code).ShouldContain("SH1002");

        SomeTrust.Write(Scorers, SomeTrust.Of("reaching", "sub/reaching.csx", hash));
        Load().Diagnostics.ShouldHaveSingleItem().Message.ShouldContain("was trusted by ada on 2026-11-22 as 'sub/reaching.csx', which this is not");
    }

    [Fact]
    public void An_entry_of_a_trust_file_elsewhere_lifts_nothing()
    {
        workspace.Scorer("sub/reaching", Reaching);
        SomeTrust.Write(workspace.At("scorers/sub"), SomeTrust.OfScript(workspace.At("scorers/sub"), "reaching.csx"));

        Load().Diagnostics.Select(d => d.Code).ShouldContain("SH1002");
    }

    [Fact]
    public async Task A_script_named_by_its_path_is_as_trusted_as_in_its_folder()
    {
        workspace.Scorer("reaching", Reaching);
        await workspace.TrustAsync("reaching");

        (await workspace.RunAsync("check", workspace.At("scorers/reaching.csx"))).ExitCode.ShouldBe(0);
    }

    [Fact]
    public void Trusted_code_that_is_a_link_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need rights of their own there.");
        workspace.File("elsewhere/real.csx", Reaching).File("scorers/real.csx", Reaching);
        File.CreateSymbolicLink(workspace.At("scorers/reaching.csx"), "real.csx");
        workspace.File("scorers/Acme/real.bin", PluginSource.Compile("Acme", Plain));
        File.CreateSymbolicLink(workspace.At("scorers/Acme/Acme.dll"), "real.bin");
        var plugin = SomeTrust.Of("Acme", "Acme/Acme.dll", new string('0', 64));
        SomeTrust.Write(Scorers, plugin, SomeTrust.OfScript(Scorers, "reaching.csx"), SomeTrust.OfScript(Scorers, "real.csx"));

        var links = Load().Diagnostics;

        links.Select(d => (d.Code, Path.GetFileName(d.Path))).ShouldBe([("SH2525", "Acme.dll"), ("SH2525", "reaching.csx")]);
        links[1].Message.ShouldContain("is a link, and what it leads to could be exchanged; to trust 'reaching', copy the file there.");
    }

    [Fact]
    public void A_plugin_folder_that_is_a_link_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need rights of their own there.");
        workspace.File("elsewhere/Acme/Acme.dll", PluginSource.Compile("Acme", Plain)).Scorer("fine", "(string outputs) => true");
        Directory.CreateSymbolicLink(workspace.At("scorers/Acme"), workspace.At("elsewhere/Acme"));

        Load().Diagnostics.ShouldHaveSingleItem().Code.ShouldBe("SH2525");
    }

    [Fact]
    public void Scripts_cannot_use_the_class_that_compiled_scorers_derive_from()
    {
        Compiling.Messages("class C : ClassScorer { }\n(string outputs) => new C().Name").ShouldContain(m => m.Contains("SH1001: 'ScriptHost.Contract.ClassScorer' is not on the allowlist", StringComparison.Ordinal));
        Compiling.Messages("(string outputs) => ((ClassScorer?)null)?.Name").ShouldContain(m => m.Contains("'ScriptHost.Contract.ClassScorer", StringComparison.Ordinal));
    }

    [Fact]
    public void Nor_can_an_image_that_some_other_compiler_made()
    {
        var image = Images.Ungated("class C : ClassScorer { }\n(string outputs) => new C().Name", Images.Framework, TestContext.Current.CancellationToken);

        Images.Check(image.ShouldNotBeNull()).Select(d => d.Code).ShouldContain(Codes.ImageType);
    }

    private LoadReport Load() => LoadedFolder.Of(Scorers);
}
