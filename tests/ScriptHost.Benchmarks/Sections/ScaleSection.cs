using System.Globalization;
using ScriptHost.Benchmarks.Contenders;
using ScriptHost.Benchmarks.Corpora;
using ScriptHost.Benchmarks.Measuring;

namespace ScriptHost.Benchmarks.Sections;

/// <summary>Ten scorers over more and more traces: time and memory of every process.</summary>
internal static class ScaleSection
{
    /// <summary>Measures.</summary>
    /// <param name="bench">What with.</param>
    /// <param name="counts">How many traces, ten times more each time.</param>
    public static void Run(Bench bench, params IReadOnlyList<int> counts)
    {
        var runs = counts.Select(c => Run(bench, "Ten scorers", ScorerChoice.Ten, c)).ToList();
        bench.Report.Begin("Ten scorers: growth", "what", "CPU s a million traces", "peak MB", "largest worker's peak MB", "peak to that of a tenth", "worker's");
        for (var i = 0; i < counts.Count; i++)
        {
            var median = Measurement.Median(runs[i]);
            bench.Report.Row(
                $"{counts[i].ToString("N0", CultureInfo.InvariantCulture)} traces",
                Contest.Figure(median.Cpu.TotalSeconds / counts[i] * 1e6),
                Contest.Figure(median.Peak / 1e6),
                Contest.Figure(median.ChildPeak / 1e6),
                i == 0 ? "" : Contest.Figure(Rounds.Ratio(runs[i], runs[i - 1], r => r.Peak)),
                i == 0 ? "" : Contest.Figure(Rounds.Ratio(runs[i], runs[i - 1], r => r.ChildPeak)));
        }
    }

    /// <summary>Measures ten scorers that do next to nothing: what is left is the program's own.</summary>
    /// <param name="bench">What with.</param>
    /// <param name="count">How many traces.</param>
    public static void Lines(Bench bench, int count) => Run(bench, "Ten scorers of one line", bench.Scripthost.TenLines(), count);

    private static IReadOnlyList<Measurement> Run(Bench bench, string title, ScorerChoice scorers, int count)
    {
        var traces = bench.Place.Traces(CorpusShape.Small, new CorpusExtent.Traces(count));

        return new Contest
        {
            Title = $"{title}, {TraceCount.Describe(traces, out _)}",
            Contenders =
            [
                bench.Scripthost.Run("scripthost, one process", traces, scorers, Scripthost.InProcess),
                bench.Scripthost.Run("scripthost, workers", traces, scorers, Scripthost.Processes),
                Others.LineCount(traces),
            ],
            Rounds = bench.Sizes.Rounds,
            Bytes = new FileInfo(traces).Length,
            Traces = count,
        }.Run(bench.Report)[1];
    }
}
