using ScriptHost.Runs;
using ScriptHost.Traces;

namespace ScriptHost.Workers;

/// <summary>Jobs share one process until it ends; what one of them does to it is never held against another.</summary>
public sealed class SharedWorkerTests : IDisposable
{
    private const string Spin = "var sum = 0L; for (var i = 0; i < 200_000; i++) sum = (sum * 31 + i) % 1_000_003;";

    private readonly Workspace workspace = new Workspace()
        .Scorer("spins", $"(Trace trace) => {{ {Spin} return sum; }}")
        .Traces("a.jsonl", [.. Enumerable.Range(0, 800).Select(i => TraceTexts.With($"tr-{i}", $"s-{i % 50}", $"\"{new string('x', 400)}\""))]);

    public void Dispose() => workspace.Dispose();

    [Fact(Timeout = 120_000)]
    public async Task Jobs_share_one_process()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Workers are found in /proc.");
        using var program = RunningProgram.Start(workspace, "traces", "--jobs", "4", "--format", "none");
        var seen = new HashSet<int>();
        while (!program.HasEnded)
        {
            seen.UnionWith(program.Workers);
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        var (exitCode, _, error) = await program.EndAsync();
        exitCode.ShouldBe(0, error);
        seen.Count.ShouldBe(1);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_scorer_that_would_hide_that_memory_is_used_up_does_not_suffer_from_another()
    {
        workspace
            .Scorer("hides", $"string Score(Trace trace) {{ {Spin} try {{ return new byte[4 << 20].Length + sum > 0 ? \"yes\" : \"no\"; }} catch (Exception) {{ return \"no\"; }} }}")
            .Scorer("takes_all", $"static long Spun(long sum) {{ {Spin.Replace("var sum = 0L; ", "")} return sum; }}\nobject Score(Trace trace) {{ var sum = 0L; var all = new List<byte[]>(); try {{ while (trace.Id.EndsWith(\"5\")) all.Add(new byte[1 << 20]); }} catch (Exception) {{ for (var i = 0; i < 30; i++) {{ sum = Spun(sum); }} }} return all.Count > 0; }}");

        var (exitCode, lines, error) = await workspace.ScoreAsync("--isolation", "process", "--jobs", "4", "--memory", "128MB");

        exitCode.ShouldBe(0, error);
        lines.Count(l => l.Contains("\"scorer\":\"takes_all\"", StringComparison.Ordinal) && l.Contains("\"value\":true", StringComparison.Ordinal)).ShouldBe(80);
        lines.Count(l => l.Contains("\"scorer\":\"hides\"", StringComparison.Ordinal) && l.Contains("\"value\":\"yes\"", StringComparison.Ordinal)).ShouldBe(800);
    }
}
