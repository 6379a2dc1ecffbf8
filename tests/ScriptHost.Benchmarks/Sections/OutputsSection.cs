using ScriptHost.Benchmarks.Contenders;
using ScriptHost.Benchmarks.Corpora;
using ScriptHost.Benchmarks.Measuring;

namespace ScriptHost.Benchmarks.Sections;

/// <summary>One scorer of the outputs against what else could do it; all must find the same sum.</summary>
internal static class OutputsSection
{
    /// <summary>Measures over one file.</summary>
    public static void Run(Bench bench, CorpusShape shape, long bytes)
    {
        var traces = bench.Place.Traces(shape, new CorpusExtent.Bytes(bytes));
        var others = new Others(bench.Place, bench.Report);
        Contender?[] contenders =
        [
            bench.Scripthost.Run("scripthost, one process", traces, Work.Outputs, Scripthost.InProcess),
            bench.Scripthost.Run("scripthost, workers", traces, Work.Outputs, Scripthost.Processes),
            Others.LineCount(traces),
            others.Loop(traces),
            others.Documents(traces, Work.Outputs),
            others.Node(traces),
            others.Jq(traces),
        ];
        Contest contest = new()
        {
            Title = $"One scorer of the outputs, {TraceCount.Describe(traces, out var count)}",
            Contenders = [.. contenders.OfType<Contender>()],
            Rounds = bench.Sizes.Rounds,
            Bytes = new FileInfo(traces).Length,
            Traces = count,
        };
        var runs = contest.Run(bench.Report);
        bench.Report.Note($"CPU of scripthost to that of `wc -l`: {Ratio(runs[0], runs[2])} in one process, {Ratio(runs[1], runs[2])} with workers.");
    }

    private static string Ratio(IReadOnlyList<Measurement> runs, IReadOnlyList<Measurement> of) => Contest.Figure(Rounds.Ratio(runs, of, r => r.Cpu.TotalSeconds));
}
