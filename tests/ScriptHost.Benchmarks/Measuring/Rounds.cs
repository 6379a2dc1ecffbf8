namespace ScriptHost.Benchmarks.Measuring;

/// <summary>Runs contenders in turn, A B A B, so that whatever else the machine does meets all of them alike.</summary>
internal static class Rounds
{
    /// <summary>The runs of each contender, in rounds.</summary>
    /// <param name="rounds">How many count.</param>
    /// <param name="warmUp">Whether one run of each before does not count.</param>
    /// <param name="contenders">The contenders.</param>
    /// <exception cref="InvalidOperationException">One failed, or they did not find the same.</exception>
    public static IReadOnlyList<IReadOnlyList<Measurement>> Run(int rounds, bool warmUp, params IReadOnlyList<Contender> contenders)
    {
        var runs = contenders.Select(_ => new List<Measurement>()).ToList();
        for (var round = warmUp ? 0 : 1; round <= rounds; round++)
        {
            for (var i = 0; i < contenders.Count; i++)
            {
                Console.Error.WriteLine($"  round {round} of {rounds}: {contenders[i].Name}");
                var measured = ProcessRun.Measure(contenders[i]);
                if (round > 0)
                {
                    runs[i].Add(measured);
                }
            }
        }

        CheckEqualWork(contenders);

        return runs;
    }

    /// <summary>The median of the ratios of paired runs: less noisy than the ratio of medians.</summary>
    public static double Ratio(IReadOnlyList<Measurement> runs, IReadOnlyList<Measurement> of, Func<Measurement, double> figure)
    {
        var ratios = runs.Zip(of, (a, b) => figure(a) / figure(b)).Order().ToList();

        return ratios[ratios.Count / 2];
    }

    private static void CheckEqualWork(IReadOnlyList<Contender> contenders)
    {
        var totals = contenders.Where(c => c.Total is not null).Select(c => (c.Name, Total: c.Total?.Invoke())).ToList();
        if (totals.Select(t => t.Total).Distinct().Count() > 1)
        {
            throw new InvalidOperationException($"The contenders did not do the same work; they found {string.Join(", ", totals.Select(t => $"{t.Total} ({t.Name})"))}.");
        }
    }
}
