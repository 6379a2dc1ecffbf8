using ScriptHost.Contract;

namespace ScriptHost.Scoring;

/// <summary>
/// All feedback of one name, on its way to metrics, which do not depend on its order, to the bit. Values are only kept where a quantile is
/// asked for.
/// </summary>
internal sealed class Tally : IDisposable
{
    private readonly IReadOnlyList<Aggregation> aggregations;
    private readonly OrderedValues? values;
    private readonly ExactSum sum = new(squares: false);
    private readonly ExactSum? squares;
    private readonly int quantiles;
    private double min = double.PositiveInfinity;
    private double max = double.NegativeInfinity;

    /// <summary>Nothing yet.</summary>
    /// <param name="aggregations">The metrics to come, in their order.</param>
    /// <param name="spill">Where values go when there are too many to hold; called at most once, and only for quantiles.</param>
    public Tally(IReadOnlyList<Aggregation> aggregations, Func<SpilledValues> spill)
    {
        this.aggregations = aggregations;
        foreach (var aggregation in aggregations)
        {
            quantiles += Quantile(aggregation) is null ? 0 : 1;
            squares ??= aggregation is Aggregation.Variance or Aggregation.StdDev ? new(squares: true) : null;
        }

        values = quantiles > 0 ? new(spill) : null;
    }

    /// <summary>How many values count as a number, the denominator.</summary>
    public long Count { get; private set; }

    /// <summary>How many values are yes, true or exactly 1.</summary>
    public long Passes { get; private set; }

    /// <summary>The metrics to come.</summary>
    public IReadOnlyList<Aggregation> Aggregations => aggregations;

    /// <summary>How many values are texts that count as no number.</summary>
    public long Uncounted { get; private set; }

    /// <summary>How many feedbacks are errors.</summary>
    public long Errors { get; private set; }

    /// <summary>The first error's code and message; null when there is none.</summary>
    public string? FirstError { get; private set; }

    /// <summary>Adds a value.</summary>
    /// <param name="number">What it counts as; null for a text that counts as no number.</param>
    public void Add(double? number)
    {
        if (number is { } counted && double.IsFinite(counted))
        {
            Add(counted);
        }
        else
        {
            Uncounted++;
        }
    }

    /// <summary>Adds an error.</summary>
    public void AddError(ReadOnlySpan<char> code, ReadOnlySpan<char> message)
    {
        Errors++;
        FirstError ??= $"{code}: {message}";
    }

    /// <summary>The metrics, in the order that was asked for; none without values, and none beyond what a double can hold.</summary>
    public IReadOnlyList<AggregatedValue> Metrics()
    {
        if (Count == 0)
        {
            return [];
        }

        // In loops: LINQ over numbers and enums is compiled at every start of the program.
        var metrics = new List<AggregatedValue>();
        var (neighbours, next) = (Neighbours(), 0);
        foreach (var aggregation in aggregations)
        {
            var value = Quantile(aggregation) is { } quantile
                ? Between(neighbours[next++], neighbours[next++], Rank(quantile))
                : Metric(aggregation);
            if (double.IsFinite(value))
            {
                metrics.Add(new(aggregation, value));
            }
        }

        return metrics;
    }

    /// <inheritdoc/>
    public void Dispose() => values?.Dispose();

    private static double? Quantile(Aggregation aggregation) => aggregation switch
    {
        Aggregation.Median or Aggregation.P50 => 0.5,
        Aggregation.P90 => 0.9,
        Aggregation.P95 => 0.95,
        Aggregation.P99 => 0.99,
        _ => null,
    };

    // Equal neighbours are their own middle, without rounding.
    private static double Between(double low, double high, double rank)
    {
        var share = rank - Math.Floor(rank);

        return low.Equals(high) ? low : (low * (1 - share)) + (high * share);
    }

    private double Rank(double quantile) => quantile * (Count - 1);

    // The values on both sides of each quantile's rank.
    private double[] Neighbours()
    {
        var (ranks, next) = (new long[2 * quantiles], 0);
        foreach (var aggregation in aggregations)
        {
            if (Quantile(aggregation) is { } quantile)
            {
                ranks[next++] = (long)Math.Floor(Rank(quantile));
                ranks[next++] = (long)Math.Ceiling(Rank(quantile));
            }
        }

        return values?.At(ranks) ?? [];
    }

    private void Add(double number)
    {
        Count++;
        sum.Add(number);
        squares?.Add(number);
        min = Math.Min(min, number);
        max = Math.Max(max, number);
        Passes += number == 1 ? 1 : 0;
        values?.Add(number);
    }

    private double Metric(Aggregation aggregation) => aggregation switch
    {
        Aggregation.Min => min,
        Aggregation.Max => max,
        Aggregation.Mean => ExactQuotient.Of(sum.Total, Count, sum.Scale),
        Aggregation.Sum => ExactQuotient.Of(sum.Total, 1, sum.Scale),
        Aggregation.Count => Count,
        Aggregation.Variance when squares is not null => Variance(squares),
        Aggregation.StdDev when squares is not null => Math.Sqrt(Variance(squares)),
        Aggregation.PassRate => (double)Passes / Count,
        _ => throw new InvalidOperationException($"Nothing was kept to compute {aggregation} from."),
    };

    // (n Σx² − (Σx)²) / n², exact up to the division.
    private double Variance(ExactSum ofSquares)
    {
        var total = sum.Total;

        return ExactQuotient.Of((Count * ofSquares.Total) - (total * total), (System.Numerics.BigInteger)Count * Count, ofSquares.Scale);
    }
}
