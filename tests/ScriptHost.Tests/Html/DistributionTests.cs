namespace ScriptHost.Html;

public sealed class DistributionTests
{
    [Fact]
    public void Every_value_falls_into_one_of_few_bins()
    {
        var distribution = Of(Enumerable.Range(0, 1000).Select(i => i * 0.37));

        distribution.Bins.Count.ShouldBeInRange(16, 32);
        distribution.Bins.Sum(b => b.Value).ShouldBe(1000);
        distribution.Width.ShouldBe(16);
        distribution.Bins.First().ShouldBe(new(0, 44));
    }

    [Fact]
    public void The_order_of_values_does_not_matter()
    {
        double[] values = [3, -5, 1e6, 0.001, 7, 7, -1e5, 12.5];

        Of(values).Bins.ShouldBe(Of(values.Reverse()).Bins);
        Of(values).Width.ShouldBe(Of(values.Order()).Width);
    }

    [Fact]
    public void Counts_stay_apart() =>
        Of([2, 3, 2, 6, 4, 2, 3, 5]).Bins.ShouldBe([new(2, 3), new(3, 2), new(4, 1), new(5, 1), new(6, 1)]);

    [Theory]
    [InlineData(1e300, -1e300)]
    [InlineData(1e-300, 2e-300)]
    [InlineData(0, 0)]
    public void Extreme_values_have_bins_too(double one, double other) => Of([one, other]).Bins.Sum(b => b.Value).ShouldBe(2);

    private static Distribution Of(IEnumerable<double> values)
    {
        var distribution = new Distribution();
        foreach (var value in values)
        {
            distribution.Add(value);
        }

        return distribution;
    }
}
