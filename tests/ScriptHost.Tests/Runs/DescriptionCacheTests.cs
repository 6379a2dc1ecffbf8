using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ScriptHost.Plugins;
using ScriptHost.Records;
using ScriptHost.Scripting;
using ScriptHost.Traces;
using ScriptHost.Trust;

namespace ScriptHost.Runs;

/// <summary>What is kept of a script's description, and what is found of it.</summary>
public sealed class DescriptionCacheTests : IDisposable
{
    private static readonly byte[] Mark = "SHDESCR1"u8.ToArray();

    private static readonly TimeSpan Time = TimeSpan.FromSeconds(20);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_was_kept_is_found_again()
    {
        var (image, description) = Described("return Scorer.Define((string outputs, int least = 3, string? kind = null) => outputs.Length >= least, description: \"Long.\");");

        Cache().Store(image, description);

        Json(Cache().Load(image)).ShouldBe(Json(description));
    }

    [Theory]
    [InlineData("(Trace trace) => trace.Tags.Count", false)]
    [InlineData("(Trace trace) => trace.Spans.Count", true)]
    public void Whether_spans_are_read_is_told_by_the_image_not_by_the_entry(string text, bool isSo)
    {
        var (image, description) = Described(text);
        description.Scorer.ShouldNotBeNull().ReadsSpans.ShouldBe(isSo);

        Cache().Store(image, new(description.Scorer with { NamesSpans = !isSo }, []));

        Json(Cache().Load(image)).ShouldBe(Json(description));
    }

    [Fact]
    public void Another_allowlist_another_name_another_path_and_another_text_find_nothing()
    {
        var (image, description) = Described("(string outputs) => true");
        Cache().Store(image, description);

        Cache(Other).Load(image).ShouldBeNull();
        Cache().Load(Image("(string outputs) => true", name: "other")).ShouldBeNull();
        Cache().Load(Image("(string outputs) => true", path: "elsewhere/scorer.csx")).ShouldBeNull();
        Cache().Load(Image("(string outputs) => false")).ShouldBeNull();
        Cache().Load(Image("(string outputs) => true")).ShouldNotBeNull();
    }

    [Fact]
    public void Under_another_allowlist_nothing_is_kept()
    {
        var (image, description) = Described("(string outputs) => true");

        Cache(Other).Store(image, description);

        Files().ShouldBeEmpty();
    }

    [Fact]
    public void What_there_is_more_to_say_of_is_not_kept()
    {
        var (image, description) = Described("(string outputs) => true");

        Cache().Store(image, description with { Diagnostics = [new("scorer.csx", 1, 1, "SH0000", Severity.Warning, "Careful.")] });
        Cache().Store(image, new(null, []));

        Files().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(60)]
    public void An_entry_that_somebody_changed_is_ignored_and_written_anew(int at)
    {
        var (image, description) = Described("(string outputs) => true");
        Cache().Store(image, description);
        var good = File.ReadAllBytes(Files().ShouldHaveSingleItem());
        var bad = good.ToArray();
        bad[at] ^= 1;
        File.WriteAllBytes(Files()[0], bad);

        Cache().Load(image).ShouldBeNull();
        Cache().Store(image, description);

        File.ReadAllBytes(Files().ShouldHaveSingleItem()).ShouldBe(good);
        Cache().Load(image).ShouldNotBeNull();
    }

    [Fact]
    public void A_truncated_entry_is_ignored()
    {
        var (image, description) = Described("(string outputs) => true");
        Cache().Store(image, description);
        var whole = File.ReadAllBytes(Files().ShouldHaveSingleItem());
        for (var length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(Files()[0], whole[..length]);

            Cache().Load(image).ShouldBeNull();
        }
    }

    [Fact]
    public void An_entry_that_somebody_made_up_is_ignored_whatever_it_holds()
    {
        var (image, description) = Described("(string outputs, int least = 3) => true");
        var file = CacheFolder.Open(folder.Path, out _).ShouldNotBeNull().Beside(((ScorerImage.Script)image).Code, AllowlistText.Embedded.Hash, Mark);
        var writer = new WireWriter();
        DescriptionFormat.Write(writer, description);
        var whole = writer.Written.ToArray();
        for (var length = 0; length < whole.Length; length++)
        {
            file.Write(whole.AsSpan(0, length));

            Cache().Load(image).ShouldBeNull();
        }

        writer.Clear();
        DescriptionFormat.Write(writer, new(null, [new("scorer.csx", 1, 1, "SH0000", Severity.Error, "Broken.")]));
        file.Write(writer.Written);
        Cache().Load(image).ShouldBeNull();
        file.Write(whole);
        Cache().Load(image).ShouldNotBeNull();
    }

    [Fact]
    public void A_second_load_runs_no_top_level()
    {
        var source = Source("var n = 0;\n(string outputs, int least = 3) => ++n > least");
        var first = Load(source);

        var second = LoadUnasked(source);

        second.Diagnostics.ShouldBe(first.Diagnostics);
        second.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(Codes.TopLevelState);
        Json(new(second.Scorers.ShouldHaveSingleItem(), [])).ShouldBe(Json(new(first.Scorers.ShouldHaveSingleItem(), [])));
    }

    [Fact]
    public void A_changed_script_is_described_again()
    {
        var before = Source("(string outputs, int least = 3) => outputs.Length >= least");
        Load(before);

        var after = Load(before with { Content = Encoding.UTF8.GetBytes("(string outputs, int most = 3) => outputs.Length <= most") });

        after.Scorers.ShouldHaveSingleItem().Parameters[1].Name.ShouldBe("most");
    }

    [Fact]
    public void Only_what_is_not_known_is_run_and_the_order_stays()
    {
        ScriptSource[] sources = [.. "cab".Select(n => Source("(string outputs) => true", $"{n}"))];
        Load(sources[0], sources[2]);

        Should.Throw<OperationCanceledException>(() => LoadUnasked(sources));
        Load(sources).Scorers.Select(s => s.Name).ShouldBe(["a", "b", "c"]);
        LoadUnasked(sources).Images.Select(i => i.Name).ShouldBe(["a", "b", "c"]);
    }

    [Theory]
    [InlineData("var n = 1;")]
    [InlineData("throw new ArgumentException(\"no\");")]
    [InlineData("(int outputs, object unknown) => true")]
    public void A_script_with_a_fault_is_run_each_time(string text)
    {
        var source = Source(text);
        var first = Load(source);

        first.HasErrors.ShouldBeTrue();
        var second = Load(source);
        second.Diagnostics.ShouldBe(first.Diagnostics);
        second.Compiling.Cached.ShouldBe(1);
        Should.Throw<OperationCanceledException>(() => LoadUnasked(source));
    }

    [Fact]
    public void A_trusted_script_is_run_each_time()
    {
        folder.Write("scorers/plain.csx", "(string outputs) => true");
        SomeTrust.Write(folder.At("scorers"), SomeTrust.OfScript(folder.At("scorers"), "plain.csx"));

        LoadedFolder.Of(folder.At("scorers")).Images.ShouldHaveSingleItem().Trust.ShouldNotBeNull();
        LoadedFolder.Of(folder.At("scorers")).Compiling.Cached.ShouldBe(1);

        Should.Throw<OperationCanceledException>(() =>
            Load(mayRun: false, (host, token) => ScorerLoading.Load(folder.At("scorers"), [], Time, AllowlistText.Embedded, host, token)));
    }

    [Fact]
    public async Task A_warm_run_says_of_its_containment_what_a_cold_one_says()
    {
        using var workspace = new Workspace().Scorer("length", "(string outputs) => outputs.Length").Traces("a.jsonl", TraceTexts.With("tr-1"));

        var cold = await RunAsync(workspace);
        var warm = await RunAsync(workspace);

        warm.ShouldBe(cold);
        warm.Said.ShouldStartWith("containment: ");
        warm.Recorded.ShouldNotBe("null");
    }

    private static AllowlistText Other { get; } = new("list.yaml", Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(AllowlistText.Embedded.Content.Span) + "\n"));

    private static async Task<(string Said, string? Recorded)> RunAsync(Workspace workspace)
    {
        var results = workspace.At($"results-{Guid.NewGuid():N}");
        var (exitCode, _, error) = await workspace.RunAsync("run", workspace.At("traces"), "--scorers", workspace.At("scorers"), "--out", results, "--isolation", "process");
        exitCode.ShouldBe(0, error);
        var record = await File.ReadAllTextAsync(Path.Combine(Directory.GetDirectories(results).ShouldHaveSingleItem(), "run.json"), TestContext.Current.CancellationToken);

        return (error, JsonNode.Parse(record)?["containment"]?.ToJsonString());
    }

    private DescriptionCache Cache(AllowlistText? allowlist = null) => new(CacheFolder.Open(folder.Path, out _).ShouldNotBeNull(), allowlist ?? AllowlistText.Embedded);

    private string[] Files() => Directory.Exists(folder.At("scripts")) ? Directory.GetFiles(folder.At("scripts")) : [];

    // Of another folder for each test, so that nobody has seen it before.
    private ScriptSource Source(string text, string name = "scorer") => new(name, folder.At($"{name}.csx"), Encoding.UTF8.GetBytes(text));

    private static LoadReport Load(params ScriptSource[] sources) => Load(mayRun: true, (host, token) => ScorerLoading.LoadSources(sources, Time, AllowlistText.Embedded, host, token));

    private static LoadReport LoadUnasked(params ScriptSource[] sources) => Load(mayRun: false, (host, token) => ScorerLoading.LoadSources(sources, Time, AllowlistText.Embedded, host, token));

    // Who must run nothing is told to stop before it starts, which only loading without compiling and describing does not notice.
    private static LoadReport Load(bool mayRun, Func<IScoringHost, CancellationToken, LoadReport> load)
    {
        using var host = new ScoringThreads(new());

        return load(host, mayRun ? TestContext.Current.CancellationToken : new CancellationToken(canceled: true));
    }

    private static (ScorerImage Image, ScriptDescription Description) Described(string text)
    {
        var image = Image(text);

        return (image, ScriptDescription.Of(image, Time, unloads: false));
    }

    private static ScorerImage Image(string text, string name = "scorer", string path = "scorer.csx") => new ScorerImage.Script(
        Compiling.Compiler.Compile([new(name, path, Encoding.UTF8.GetBytes(text))], TestContext.Current.CancellationToken)[0].Image.ShouldNotBeNull());

    private static string Json(ScriptDescription? description) => JsonSerializer.Serialize(description);
}
