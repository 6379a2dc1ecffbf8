using System.Globalization;

namespace ScriptHost.Benchmarks.Measuring;

/// <summary>Contenders over the same input, as a table of medians.</summary>
internal sealed record Contest
{
    /// <summary>What the table shows.</summary>
    public required string Title { get; init; }

    /// <summary>The contenders; ratios are to the first.</summary>
    public required IReadOnlyList<Contender> Contenders { get; init; }

    /// <summary>How many runs of each count.</summary>
    public required int Rounds { get; init; }

    /// <summary>Whether each runs once before, uncounted.</summary>
    public bool HasWarmUp { get; init; } = true;

    /// <summary>How many bytes each reads; null leaves the rate out.</summary>
    public long? Bytes { get; init; }

    /// <summary>How many traces each reads; null leaves the rate out.</summary>
    public int? Traces { get; init; }

    /// <summary>Measures and prints.</summary>
    /// <returns>The runs of each contender.</returns>
    public IReadOnlyList<IReadOnlyList<Measurement>> Run(Report report)
    {
        var runs = Measuring.Rounds.Run(Rounds, HasWarmUp, Contenders);
        IReadOnlyList<(string Name, Func<Measurement, string> Figure)> rates =
        [
            .. Bytes is { } bytes ? [("MB a CPU s", r => Figure(bytes / 1e6 / r.Cpu.TotalSeconds))] : Array.Empty<(string, Func<Measurement, string>)>(),
            .. Traces is { } traces ? [("traces a CPU s", r => Figure(traces / r.Cpu.TotalSeconds))] : Array.Empty<(string, Func<Measurement, string>)>(),
        ];
        report.Begin(Title, ["what", "CPU s", "wall s", "peak MB", "largest child's peak MB", .. rates.Select(r => r.Name), "CPU to the first's", "wall to the first's"]);
        for (var i = 0; i < Contenders.Count; i++)
        {
            var median = Measurement.Median(runs[i]);
            report.Row(
            [
                Contenders[i].Name,
                Figure(median.Cpu.TotalSeconds),
                Figure(median.Wall.TotalSeconds),
                Megabytes(median.Peak),
                Megabytes(median.ChildPeak),
                .. rates.Select(r => r.Figure(median)),
                Figure(Measuring.Rounds.Ratio(runs[i], runs[0], r => r.Cpu.TotalSeconds)),
                Figure(Measuring.Rounds.Ratio(runs[i], runs[0], r => r.Wall.TotalSeconds)),
            ]);
        }

        return runs;
    }

    /// <summary>A number with as many digits as say something.</summary>
    public static string Figure(double value) => value.ToString(value >= 100 ? "#,0" : value >= 10 ? "0.0" : value >= 1 ? "0.00" : "0.000", CultureInfo.InvariantCulture);

    // Of a process that ends at once little is seen.
    private static string Megabytes(long bytes) => bytes < 1_000_000 ? "" : Figure(bytes / 1e6);
}
