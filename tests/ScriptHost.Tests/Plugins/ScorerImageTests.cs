using System.Text;
using ScriptHost.Runs;
using ScriptHost.Scripting;
using ScriptHost.Trust;

namespace ScriptHost.Plugins;

/// <summary>The code of a scorer on its way to another process, which takes nobody's word for it.</summary>
public sealed class ScorerImageTests : IDisposable
{
    private readonly Workspace workspace = new Workspace()
        .Scorer("gated", "(string outputs) => outputs.Length")
        .Scorer("reaching", "(string outputs) => System.IO.File.Exists(outputs)")
        .Plugin("Acme", "public class C : ClassScorer { public override string Name => \"acme\"; public int Score() => 1; }");

    private readonly Allowlist allowlist;

    public ScorerImageTests()
    {
        AllowlistText.Embedded.Read(out var list);
        allowlist = list.ShouldNotBeNull();
        var scorers = workspace.At("scorers");
        SomeTrust.Write(scorers, SomeTrust.OfScript(scorers, "reaching.csx") with { Needs = [TrustNeed.Files] }, SomeTrust.OfPlugin(scorers, "Acme"));
    }

    public void Dispose() => workspace.Dispose();

    [Fact]
    public void Each_kind_arrives_as_it_was_sent()
    {
        var sent = Load();

        var received = sent.Select(i => Receive(Send(i), out var image).Count == 0 ? image.ShouldNotBeNull() : throw new InvalidOperationException()).ToArray();

        received.Select(i => (i.Name, i.Path, i.Hash, i.Trust?.By)).ShouldBe(sent.Select(i => (i.Name, i.Path, i.Hash, i.Trust?.By)));
        received.Select(i => (i.Name, i.Trust?.NeedsText)).ShouldBe([("acme", ""), ("gated", null), ("reaching", "files")]);
        using var set = ScorerSet.Load(received, [.. received.Select(i => new ScorerSetup(i.Name, [], Where: null))], unloads: false);
        set.All.Select(s => s.Name).ShouldBe(["acme", "gated", "reaching"]);
    }

    [Fact]
    public void Trusted_code_that_comes_as_untrusted_is_held_by_the_gate()
    {
        var reaching = Load()[2];
        var bytes = Send(reaching);

        // The kind of a script that passed the gate, and no trust at the end.
        bytes[0] = 1;
        var end = bytes.Length - TrustBytes(reaching.Trust).Length;

        Receive([.. bytes[..end], 0], out var image).ShouldNotBeEmpty();
        image.ShouldBeNull();
    }

    [Fact]
    public void Trusted_code_without_its_trust_or_with_that_of_other_code_is_refused()
    {
        var (acme, reaching) = (Load()[0], Load()[2]);
        var trust = TrustBytes(reaching.Trust).Length;

        Should.Throw<InvalidDataException>(() => Receive([.. Send(reaching)[..^trust], 0], out _));
        Receive([.. Send(reaching)[..^trust], .. TrustBytes(acme.Trust)], out var image).ShouldHaveSingleItem().Code.ShouldBe("SH2522");
        image.ShouldBeNull();
        Receive([.. Send(acme)[..^TrustBytes(acme.Trust).Length], .. TrustBytes(reaching.Trust)], out image).ShouldHaveSingleItem().Code.ShouldBe("SH2522");
        image.ShouldBeNull();
    }

    [Fact]
    public void What_is_cut_or_of_no_kind_is_refused()
    {
        var bytes = Send(Load()[0]);

        Should.Throw<EndOfStreamException>(() => Receive(bytes[..^1], out _));
        Should.Throw<InvalidDataException>(() => Receive([9, 0, 0, 0, 0, 0, 0, 0, 0], out _));
    }

    [Fact]
    public void The_hash_of_a_plugin_is_that_of_what_sha256sum_says_of_its_files()
    {
        workspace.File("scorers/Acme/b/x.txt", "x").File("scorers/Acme/a.txt", "");
        var manifest = PluginContent.Read(workspace.At("scorers/Acme"), out _).ShouldNotBeNull().Manifest;

        manifest.Files.Select(f => f.Path).ShouldBe(["Acme.dll", "a.txt", "b/x.txt"]);
        manifest.Files[1].Hash.ShouldBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        manifest.Hash.ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(
            Encoding.UTF8.GetBytes(string.Concat(manifest.Files.Select(f => $"{f.Hash}  {f.Path}\n"))))));
    }

    private IReadOnlyList<ScorerImage> Load()
    {
        var report = LoadedFolder.Of(workspace.At("scorers"));
        report.Diagnostics.ShouldBeEmpty();

        return report.Images;
    }

    private static byte[] Send(ScorerImage image) => Written(image.Write);

    private static byte[] TrustBytes(TrustEntry? trust) => Written(w => TrustFormat.Write(w, trust));

    private static byte[] Written(Action<BinaryWriter> write)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        write(writer);
        writer.Flush();

        return bytes.ToArray();
    }

    private IReadOnlyList<Diagnostic> Receive(byte[] bytes, out ScorerImage? image)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);

        return ScorerImage.Read(reader, allowlist, out image);
    }
}
