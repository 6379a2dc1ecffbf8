using ScriptHost.Benchmarks.Contenders;
using ScriptHost.Benchmarks.Corpora;
using ScriptHost.Benchmarks.Measuring;

namespace ScriptHost.Benchmarks.Sections;

/// <summary>Rows a second against promptfoo, both warm.</summary>
internal static class RowsSection
{
    private const int Rows = 2_000;

    /// <summary>Measures.</summary>
    public static void Run(Bench bench)
    {
        var traces = bench.Place.Traces(CorpusShape.Small, new CorpusExtent.Traces(Rows));
        Contender?[] contenders =
        [
            bench.Scripthost.Run("scripthost, one process", traces, Work.Outputs, Scripthost.InProcess),
            bench.Scripthost.Run("scripthost, workers", traces, Work.Outputs, Scripthost.Processes),
            new Promptfoo(bench.Place, bench.Report).Over(traces),
        ];
        new Contest
        {
            Title = $"The length of {Rows:N0} answers",
            Contenders = [.. contenders.OfType<Contender>()],
            Rounds = bench.Sizes.Rounds,
            Traces = Rows,
        }.Run(bench.Report);
    }
}
