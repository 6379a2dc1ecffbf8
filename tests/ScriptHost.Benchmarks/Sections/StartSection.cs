using ScriptHost.Benchmarks.Contenders;
using ScriptHost.Benchmarks.Corpora;
using ScriptHost.Benchmarks.Measuring;

namespace ScriptHost.Benchmarks.Sections;

/// <summary>One trace from start to exit, with scripts that were compiled before and that are compiled now.</summary>
internal static class StartSection
{
    /// <summary>Scripts that were compiled before.</summary>
    public static void Warm(Bench bench, ScripthostBuild build) => Run(bench, build, "in the cache", [OneScorer, TwentyScorers], isCold: false);

    /// <summary>Scripts that are compiled now.</summary>
    public static void Cold(Bench bench, ScripthostBuild build) => Run(bench, build, "compiled now", [OneScorer, TwentyScorers], isCold: true);

    /// <summary>One script that is compiled now.</summary>
    public static void ColdOne(Bench bench, ScripthostBuild build) => Run(bench, build, "compiled now", [OneScorer], isCold: true);

    private static (string Name, ScorerChoice Choice) OneScorer => ("1 scorer", ScorerChoice.One);

    private static (string Name, ScorerChoice Choice) TwentyScorers => ("20 scorers", ScorerChoice.Twenty);

    private static void Run(Bench bench, ScripthostBuild build, string how, IReadOnlyList<(string Name, ScorerChoice Choice)> choices, bool isCold)
    {
        var trace = bench.Place.Traces(CorpusShape.Small, new CorpusExtent.Traces(1));
        var program = new Scripthost(bench.Place, build);
        (string Name, string Isolation)[] places = [("one process", Scripthost.InProcess), ("workers", Scripthost.Processes)];
        new Contest
        {
            Title = $"From start to exit with one trace, scripts {how}, {build.Name} build",
            Contenders =
            [
                .. from choice in choices
                   from place in places
                   select program.Run($"{choice.Name}, {place.Name}", trace, choice.Choice, place.Isolation, isCold),
            ],
            Rounds = bench.Sizes.Rounds,
            HasWarmUp = !isCold,
        }.Run(bench.Report);
    }
}
