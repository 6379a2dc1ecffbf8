using ScriptHost.Benchmarks.Contenders;
using ScriptHost.Benchmarks.Corpora;
using ScriptHost.Benchmarks.Measuring;

namespace ScriptHost.Benchmarks.Sections;

/// <summary>One scorer over all spans against JsonDocument.</summary>
internal static class SpansSection
{
    /// <summary>Measures over one file.</summary>
    public static void Run(Bench bench, CorpusShape shape, Work work, long bytes)
    {
        var traces = bench.Place.Traces(shape, new CorpusExtent.Bytes(bytes));
        var what = work == Work.Steps ? "names, types and times" : "names, types, times and outputs";
        new Contest
        {
            Title = $"One scorer over all spans: {what}, {TraceCount.Describe(traces, out var count)}",
            Contenders =
            [
                bench.Scripthost.Run("scripthost, one process", traces, work, Scripthost.InProcess),
                bench.Scripthost.Run("scripthost, workers", traces, work, Scripthost.Processes),
                new Others(bench.Place, bench.Report).Documents(traces, work),
            ],
            Rounds = bench.Sizes.Rounds,
            Bytes = new FileInfo(traces).Length,
            Traces = count,
        }.Run(bench.Report);
    }
}
