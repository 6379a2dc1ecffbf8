namespace ScriptHost.Benchmarks;

/// <summary>Compares two builds of the program: runs in turn over the same traces, and the ratio of the second to the first.</summary>
internal static class Pair
{
    private const int Traces = 20_000;

    /// <summary>Measures and prints.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="first">A build's executable.</param>
    /// <param name="second">Another build's executable.</param>
    public static void Run(TextWriter output, string first, string second)
    {
        var table = new MarkdownTable(output);
        var place = new Workplace();
        Compare(table, "Ten shipped scorers", first, second, program => place.Run(program, program, place.Traces(Traces), Workplace.Shipped));
        Compare(table, "One scorer", first, second, program => place.Run(program, program, place.Traces(Traces), place.Length));
        Compare(table, "Ten scorers, sample traces", first, second, program => place.Run(program, program, Workplace.Samples, Workplace.Shipped));
    }

    private static void Compare(MarkdownTable table, string title, string first, string second, Func<string, Contender> run)
    {
        var runs = Rounds.Run(rounds: 5, warmUp: true, run(first), run(second));
        table.Begin(title);
        table.Row("first", runs[0]);
        table.Row("second", runs[1]);
        table.Note("CPU of the second to the first", Rounds.Ratio(runs[1], runs[0], r => r.Cpu.TotalSeconds));
    }
}
