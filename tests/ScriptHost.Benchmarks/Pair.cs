using ScriptHost.Benchmarks.Contenders;
using ScriptHost.Benchmarks.Corpora;
using ScriptHost.Benchmarks.Measuring;

namespace ScriptHost.Benchmarks;

/// <summary>Compares two builds of the program: runs in turn over the same traces, and the ratio of the second to the first.</summary>
internal static class Pair
{
    private const int Traces = 20_000;

    /// <summary>Measures and prints.</summary>
    /// <param name="place">Where to.</param>
    /// <param name="report">Where tables go.</param>
    /// <param name="first">A build's executable.</param>
    /// <param name="second">Another build's executable.</param>
    /// <param name="rounds">How many runs count.</param>
    public static void Run(Workplace place, Report report, string first, string second, int rounds)
    {
        var traces = place.Traces(CorpusShape.Small, new CorpusExtent.Traces(Traces));
        Compare("Ten scorers", p => p.Run("", traces, ScorerChoice.Ten, Scripthost.Processes));
        Compare("One scorer", p => p.Run("", traces, Work.Outputs, Scripthost.Processes));
        Compare("Ten scorers, sample traces", p => p.Run("", Workplace.Samples, ScorerChoice.Ten, Scripthost.Processes));

        void Compare(string title, Func<Scripthost, Contender> run) => new Contest
        {
            Title = title,
            Contenders = [run(new(place, new("first", first))) with { Name = "first" }, run(new(place, new("second", second))) with { Name = "second" }],
            Rounds = rounds,
        }.Run(report);
    }
}
