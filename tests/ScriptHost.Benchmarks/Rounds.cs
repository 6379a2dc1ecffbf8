namespace ScriptHost.Benchmarks;

/// <summary>Runs contenders in turn, A B A B, so that whatever else the machine does meets all of them alike.</summary>
internal static class Rounds
{
    /// <summary>The runs of each contender, in rounds, after one run of each that is not counted.</summary>
    public static IReadOnlyList<IReadOnlyList<Measurement>> Run(int rounds, bool warmUp, params IReadOnlyList<Contender> contenders)
    {
        var runs = contenders.Select(_ => new List<Measurement>()).ToList();
        for (var round = warmUp ? -1 : 0; round < rounds; round++)
        {
            for (var i = 0; i < contenders.Count; i++)
            {
                var measured = ProcessRun.Measure(contenders[i]);
                if (round >= 0)
                {
                    runs[i].Add(measured);
                }
            }
        }

        return runs;
    }

    /// <summary>The median of the ratios of paired runs: less noisy than the ratio of medians.</summary>
    public static double Ratio(IReadOnlyList<Measurement> runs, IReadOnlyList<Measurement> of, Func<Measurement, double> figure)
    {
        var ratios = runs.Zip(of, (a, b) => figure(a) / figure(b)).Order().ToList();

        return ratios[ratios.Count / 2];
    }
}
