using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using ScriptHost.Contract;
using ScriptHost.Runs;
using ScriptHost.Scoring;
using ScriptHost.Traces;

namespace ScriptHost.Plugins;

/// <summary>Trusted plugins as users have them: a folder with a main assembly, run by the program.</summary>
public sealed class PluginRunTests : IDisposable
{
    private const string Words =
        """
        public sealed class Words : ClassScorer
        {
            public int Least { get; set; } = 3;
            public string[] Banned { get; set; } = ["damn"];
            public string? Only { get; set; }
            public int Seen { get; private set; }
            public override string? Description => "Enough words.";
            public override IReadOnlyList<Aggregation>? Aggregations => [Aggregation.PassRate];
            public Feedback Score(string outputs, System.Threading.CancellationToken cancellationToken) => new(outputs.Length >= Least, $"{++Seen}: {Banned.Length}, {Only}");
        }
        """;

    private readonly Workspace workspace = new Workspace().Traces("a.jsonl", TraceTexts.With("tr-aaaaaa"), TraceTexts.With("tr-bbbbbb"));

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task A_trusted_plugin_scores_and_its_trust_stands_in_the_record()
    {
        await workspace.Plugin("Words", Words).TrustAsync("Words", "--needs", "network,files");

        var (exitCode, lines, error) = await workspace.ScoreAsync("--jobs", "1");

        exitCode.ShouldBe(0, error);
        error.ShouldStartWith($"trusted: Words (network, files), by {Environment.UserName} on ");
        lines.Select(l => (string?)JsonNode.Parse(l)?["assessments"]?[0]?["rationale"]).ShouldBe(["1: 1, ", "2: 1, "]);
        var scorer = JsonNode.Parse(await File.ReadAllTextAsync(RunFile(), TestContext.Current.CancellationToken))?["scorers"]?[0];
        scorer?["settings"]?.ToJsonString().ShouldBe("""{"Least":3,"Banned":["damn"],"Only":null}""");
        scorer?["trust"]?["why"]?.ToString().ShouldBe("Read by a test.");
        scorer?["trust"]?["needs"]?.ToJsonString().ShouldBe("""["network","files"]""");
        ((string?)scorer?["hash"]).ShouldBe(PluginContent.Read(workspace.At("scorers/Words"), out _).ShouldNotBeNull().Manifest.Hash);
    }

    [Fact]
    public async Task List_show_and_try_know_a_plugins_scorer()
    {
        await workspace.Plugin("Words", Words).TrustAsync("Words");

        var (_, listed, _) = await workspace.RunAsync("list", "scorers", "--scorers", workspace.At("scorers"));
        var (_, shown, _) = await workspace.RunAsync("show", "Words", "--scorers", workspace.At("scorers"));
        var (tried, output, _) = await workspace.RunAsync("try", "Words", "tr-aaaaaa", "--scorers", workspace.At("scorers"), "--traces", workspace.At("traces"));
        var (checkedOut, _, summary) = await workspace.RunAsync("check", workspace.At("scorers"));

        listed.ShouldContain($"by {Environment.UserName} on ");
        shown.ShouldContain("about         Enough words.");
        shown.ShouldContain("""settings      int Least = 3""");
        shown.ShouldContain("trusted       by ");
        shown.ShouldContain("needs         nothing");
        tried.ShouldBe(0);
        output.ShouldContain("Words = true");
        (checkedOut, summary).ShouldBe((0, "1 scorer, 0 errors, 0 warnings\n"));
    }

    [Fact]
    public async Task Several_classes_of_one_plugin_are_several_scorers_and_a_base_of_theirs_is_none()
    {
        var source =
            """
            public abstract class Counting<T> : ClassScorer { public int Score(Session session) => session.Count + Extra; protected abstract int Extra { get; } }
            public sealed class Turns : Counting<int> { protected override int Extra => 0; }
            public sealed class More : Counting<string> { public override string Name => "turns_and_one"; protected override int Extra => 1; }
            public static class Parts { public abstract class Base : ClassScorer { public bool Score() => true; } public sealed class Always : Base { } }
            internal sealed class Hidden : ClassScorer { public bool Score() => true; }
            """;
        await workspace.Plugin("Conversation", source).TrustAsync("Conversation");

        var (exitCode, lines, error) = await workspace.ScoreAsync();

        exitCode.ShouldBe(0, error);
        lines.Select(l => JsonNode.Parse(l)).Select(l => (string?)l?["scorer"] + l?["assessments"]?[0]?["feedback"]?["value"]).ShouldBe(["Alwaystrue", "Alwaystrue", "Turns2", "turns_and_one3"]);
        (await workspace.ScoreAsync("--scorer", "turns_and_one")).Lines.ShouldHaveSingleItem();
        (await workspace.ScoreAsync("--scorer", "Conversation")).ExitCode.ShouldBe(5);
    }

    [Fact]
    public async Task A_plugin_has_its_own_version_of_what_the_host_has_too()
    {
        var library = PluginSource.Library("YamlDotNet", """[assembly: System.Reflection.AssemblyVersion("99.0.0.0")] namespace YamlDotNet { public static class Own { public static string Word => "mine"; } }""");
        var source = "public sealed class Own : ClassScorer { public string Score() => YamlDotNet.Own.Word + typeof(YamlDotNet.Own).Assembly.GetName().Version; }";
        await workspace.Plugin("Own", source, library).File("scorers/Own/YamlDotNet.dll", library).TrustAsync("Own");

        var (exitCode, lines, error) = await workspace.ScoreAsync();

        exitCode.ShouldBe(0, error);
        lines[0].ShouldContain("mine99.0.0.0");
    }

    [Fact]
    public async Task A_package_of_the_host_is_out_of_a_plugins_reach()
    {
        var library = await File.ReadAllBytesAsync(typeof(System.CommandLine.RootCommand).Assembly.Location, TestContext.Current.CancellationToken);
        var source = "public sealed class Curious : ClassScorer { public string Score() => new System.CommandLine.RootCommand().Name; }";
        await workspace.Plugin("Curious", source, library).TrustAsync("Curious");

        var (exitCode, lines, _) = await workspace.ScoreAsync();

        exitCode.ShouldBe(9);
        lines[0].ShouldContain("FileNotFoundException");
    }

    [Fact]
    public async Task A_plugins_native_library_is_loaded_from_what_was_hashed()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The library is one that .NET has on Linux.");
        var native = await File.ReadAllBytesAsync(
            Path.Combine(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "libSystem.Native.so"), TestContext.Current.CancellationToken);
        var source =
            """
            public sealed class Native : ClassScorer
            {
                public bool Score() => Pid() == Environment.ProcessId && Own() == Environment.ProcessId;
                [System.Runtime.InteropServices.DllImport("own", EntryPoint = "SystemNative_GetPid")] private static extern int Own();
                [System.Runtime.InteropServices.DllImport("libc", EntryPoint = "getpid")] private static extern int Pid();
            }
            """;
        await workspace.Plugin("Native", source).File("scorers/Native/libown.so", native).TrustAsync("Native", "--needs", "native");

        var (exitCode, lines, error) = await workspace.ScoreAsync();

        exitCode.ShouldBe(0, error + lines.FirstOrDefault());
        lines[0].ShouldContain("\"value\":true");
    }

    [Fact]
    public async Task Settings_are_set_by_property()
    {
        await workspace.Plugin("Words", Words).TrustAsync("Words");
        var report = Load();
        var settings = new JsonObject { ["Least"] = 1_000, ["Banned"] = new JsonArray("a", "b"), ["Only"] = "x" };
        using var set = ScorerSet.Load(report.Images, [new("Words", settings, Where: null)], unloads: false);

        var outcome = new ScorerRunner(TimeSpan.FromSeconds(10)).Score(set.All[0], Some.Trace(outputs: "\"hello\""), TestContext.Current.CancellationToken);

        outcome.Feedbacks.ShouldHaveSingleItem().Value.ShouldBe((FeedbackValue)false);
        outcome.Feedbacks[0].Rationale.ShouldBe("1: 2, x");
    }

    [Theory]
    [InlineData("""{"least": 5}""", "SH2303", "has no setting 'least'; it has 'Least', 'Banned', 'Only'. Did you mean 'Least'?")]
    [InlineData("""{"Seen": 5}""", "SH2303", "has no setting 'Seen'")]
    [InlineData("""{"Least": "many"}""", "SH2304", "takes the setting 'Least' as 'int'; \"many\" does not fit.")]
    public async Task A_setting_that_does_not_fit_is_told(string settings, string code, string message)
    {
        await workspace.Plugin("Words", Words).TrustAsync("Words");
        using var entry = ScorerStart.Run(Load().Images[0], TimeSpan.FromSeconds(20), unloads: false).Entry.ShouldNotBeNull();

        var fault = EntryBinding.Bind(entry, JsonNode.Parse(settings)?.AsObject()).Diagnostics.ShouldHaveSingleItem();

        fault.Code.ShouldBe(code);
        fault.Message.ShouldContain(message);
    }

    [Fact]
    public async Task A_plugin_can_be_unloaded()
    {
        await workspace.Plugin("Words", Words).TrustAsync("Words");
        var context = ScoreAndDispose(Load().Images);

        for (var i = 0; i < 50 && context.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        context.IsAlive.ShouldBeFalse();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference ScoreAndDispose(IReadOnlyList<ScorerImage> images)
    {
        using var set = ScorerSet.Load(images, [new("Words", [], Where: null)], unloads: true);
        new ScorerRunner(TimeSpan.FromSeconds(10)).Score(set.All[0], Some.Trace(outputs: "\"hello\""), TestContext.Current.CancellationToken).Kind.ShouldBe(OutcomeKind.Scored);

        return new(System.Runtime.Loader.AssemblyLoadContext.GetLoadContext(set.All[0].Script));
    }

    private LoadReport Load()
    {
        var report = LoadedFolder.Of(workspace.At("scorers"));
        report.Diagnostics.ShouldBeEmpty();

        return report;
    }

    private string RunFile() => Directory.GetFiles(workspace.At("results"), "run.json", SearchOption.AllDirectories).ShouldHaveSingleItem();
}
