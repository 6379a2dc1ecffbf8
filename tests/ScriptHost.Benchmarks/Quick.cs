namespace ScriptHost.Benchmarks;

/// <summary>The figures that README.md shows, in some minutes: memory and rate at two sizes, the distance to <c>wc -l</c>, starts.</summary>
internal static class Quick
{
    private const int Few = 20_000;

    private const int Many = 100_000;

    /// <summary>Measures and prints.</summary>
    public static void Run(TextWriter output)
    {
        var table = new MarkdownTable(output);
        var place = new Workplace();
        Scale(table, place);
        OneScorer(table, place);
        Starts(table, place);
    }

    private static void Scale(MarkdownTable table, Workplace place)
    {
        // The first run fills the cache of compiled scripts.
        ProcessRun.Measure(place.Run("", Workplace.Program, Workplace.Samples, Workplace.Shipped));
        var runs = Rounds.Run(
            rounds: 3,
            warmUp: false,
            place.Run("few", Workplace.Program, place.Traces(Few), Workplace.Shipped),
            place.Run("many", Workplace.Program, place.Traces(Many), Workplace.Shipped));
        table.Begin("Ten shipped scorers");
        table.Row($"{Few:N0} traces", runs[0], Few);
        table.Row($"{Many:N0} traces", runs[1], Many);
        table.Note($"Peak memory at {Many:N0} to that at {Few:N0}", Rounds.Ratio(runs[1], runs[0], r => r.Peak));
    }

    private static void OneScorer(MarkdownTable table, Workplace place)
    {
        var traces = place.Traces(Many);
        var runs = Rounds.Run(
            rounds: 3,
            warmUp: false,
            place.Run("length", Workplace.Program, traces, place.Length),
            new Contender("wc", "wc", ["-l", traces]));
        table.Begin($"One scorer, the length of the outputs, {Many:N0} traces");
        table.Row("scripthost", runs[0], Many);
        table.Row("`wc -l`", runs[1], Many);
        table.Note("CPU to that of `wc -l`", Rounds.Ratio(runs[0], runs[1], r => r.Cpu.TotalSeconds));
    }

    private static void Starts(MarkdownTable table, Workplace place)
    {
        var runs = Rounds.Run(
            rounds: 5,
            warmUp: true,
            place.Run("warm", Workplace.Program, Workplace.Samples, Workplace.Shipped),
            place.Run("cold", Workplace.Program, Workplace.Samples, Workplace.Shipped, isCold: true),
            place.Run("length", Workplace.Program, Workplace.Samples, place.Length));
        table.Begin("The sample traces, from start to exit");
        table.Row("ten scorers, compiled before", runs[0]);
        table.Row("ten scorers, compiled now", runs[1]);
        table.Row("one scorer, compiled before", runs[2]);
    }
}
