using ScriptHost.Contract;
using ScriptHost.Runs;

namespace ScriptHost.Scoring;

public sealed class TallyTests
{
    private static readonly Aggregation[] All = Enum.GetValues<Aggregation>();

    // mlflow-semantics: the vectors of MLflow's own tests.
    [Theory]
    [InlineData(new[] { .7, .5, .6 }, .6, .6, 0.02 / 3, .68)]
    [InlineData(new[] { 1.0, 2, 3, 4 }, 2.5, 2.5, 1.25, 3.7)]
    [InlineData(new[] { 10.0, 20, 30, 40, 50, 60, 70, 80, 90, 100 }, 55, 55, 825, 91)]
    [InlineData(new[] { 1.0 }, 1, 1, 0, 1)]
    [InlineData(new[] { 1e9, 1e9 + 1, 1e9 + 2 }, 1e9 + 1, 1e9 + 1, 2.0 / 3, 1e9 + 1.8)]
    public void Metrics_are_those_of_MLflow(double[] values, double mean, double median, double variance, double p90)
    {
        using var tally = Of(values, [Aggregation.Mean, Aggregation.Median, Aggregation.Variance, Aggregation.P90]);

        var metrics = tally.Metrics();

        metrics.Select(m => m.Aggregation).ShouldBe([Aggregation.Mean, Aggregation.Median, Aggregation.Variance, Aggregation.P90]);
        double[] expected = [mean, median, variance, p90];
        for (var i = 0; i < expected.Length; i++)
        {
            metrics[i].Value.ShouldBe(expected[i], (Math.Abs(expected[i]) + 1e-300) * 1e-12);
        }
    }

    [Fact]
    public void Truth_values_and_yes_and_no_count_and_other_texts_do_not()
    {
        using var tally = new Tally(All, () => new ValueSpill());
        FeedbackValue[] values = [true, false, "YES", "no", 1, 0.5m, "maybe", " yes"];
        foreach (var value in values)
        {
            tally.Add(value.Number);
        }

        tally.AddError("FIRST", "went wrong.");
        tally.AddError("SECOND", "went wrong.");

        var metrics = tally.Metrics().ToDictionary(m => m.Aggregation, m => m.Value);
        tally.Count.ShouldBe(6);
        tally.Uncounted.ShouldBe(2);
        tally.Errors.ShouldBe(2);
        tally.FirstError.ShouldBe("FIRST: went wrong.");
        metrics[Aggregation.PassRate].ShouldBe(0.5);
        metrics[Aggregation.Sum].ShouldBe(3.5);
        metrics[Aggregation.Count].ShouldBe(6);
        metrics[Aggregation.Min].ShouldBe(0);
        metrics[Aggregation.Max].ShouldBe(1);
        metrics[Aggregation.P50].ShouldBe(metrics[Aggregation.Median]);
        metrics[Aggregation.StdDev].ShouldBe(Math.Sqrt(metrics[Aggregation.Variance]));
    }

    [Fact]
    public void Without_a_value_there_is_no_metric()
    {
        using var tally = new Tally(All, () => new ValueSpill());
        tally.Add(number: null);

        tally.Metrics().ShouldBeEmpty();
    }

    [Fact]
    public void Aggregations_have_the_names_of_metrics() =>
        Enum.GetValues<Aggregation>().Select(AggregationName.Of)
            .ShouldBe(["min", "max", "mean", "median", "variance", "p90", "p50", "p95", "p99", "sum", "count", "stddev", "pass_rate"]);

    [Fact]
    public void Sums_lose_nothing()
    {
        using var tally = Of([1e300, 1, -1e300, 1e-300, double.Epsilon, -1e-300], [Aggregation.Sum, Aggregation.Mean]);

        tally.Metrics().Select(m => m.Value).ShouldBe([1, 1.0 / 6]);
        using var small = Of([double.Epsilon, double.Epsilon, double.MaxValue, -double.MaxValue], [Aggregation.Sum]);
        small.Metrics()[0].Value.ShouldBe(2 * double.Epsilon);
    }

    [Fact]
    public void What_a_double_cannot_hold_is_left_out()
    {
        using var tally = Of([double.MaxValue, double.MaxValue], [Aggregation.Sum, Aggregation.Mean, Aggregation.Variance]);

        tally.Metrics().ShouldBe([new(Aggregation.Mean, double.MaxValue), new(Aggregation.Variance, 0)]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(999)]
    [InlineData(5_000)]
    [InlineData(250_000)]
    public void Quantiles_are_exact_however_many_values_there_are_and_in_whatever_order(int count)
    {
        var random = new Random(count);
        var values = Enumerable.Range(0, count)
            .Select(i => (i % 5) switch { 0 => random.Next(-3, 3), 1 => -random.NextDouble(), 2 => random.NextDouble() * 1e-300, _ => Math.Exp(random.Next(-600, 600)) * random.NextDouble() })
            .ToArray();
        using var whole = Of(values, All);
        using var reversed = Of([.. values.Reverse()], All);

        var sorted = values.Order().ToArray();
        var metrics = reversed.Metrics();
        metrics.ShouldBe(whole.Metrics());
        foreach (var (aggregation, quantile) in new[] { (Aggregation.Median, 0.5), (Aggregation.P90, 0.9), (Aggregation.P95, 0.95), (Aggregation.P99, 0.99) })
        {
            var rank = quantile * (count - 1);
            var (low, high) = (sorted[(int)Math.Floor(rank)], sorted[(int)Math.Ceiling(rank)]);
            var expected = low + ((high - low) * (rank - Math.Floor(rank)));
            metrics.Single(m => m.Aggregation == aggregation).Value.ShouldBe(expected, Math.Abs(expected) * 1e-12);
        }
    }

    [Fact]
    public void Values_are_spilled_only_for_quantiles()
    {
        var spills = 0;
        SpilledValues Spill()
        {
            spills++;

            return new ValueSpill();
        }

        using var plain = new Tally([Aggregation.Mean, Aggregation.Variance], Spill);
        using var quantile = new Tally([Aggregation.P99], Spill);
        for (var i = 0; i < 150_000; i++)
        {
            plain.Add(i);
            quantile.Add(i);
        }

        spills.ShouldBe(1);
        quantile.Metrics()[0].Value.ShouldBe(0.99 * 149_999, 1e-7);
        plain.Metrics()[0].Value.ShouldBe(149_999 / 2.0);
    }

    [Fact]
    public void Variance_stands_firm_far_from_zero()
    {
        var values = Enumerable.Range(0, 1000).Select(i => 1e12 + (i % 10)).ToArray();
        using var tally = Of(values, [Aggregation.Variance]);

        tally.Metrics()[0].Value.ShouldBe(8.25);
    }

    private static Tally Of(double[] values, Aggregation[] aggregations)
    {
        var tally = new Tally(aggregations, () => new ValueSpill());
        foreach (var value in values)
        {
            tally.Add(value);
        }

        return tally;
    }
}
