namespace ScriptHost.Statistics;

public sealed class PairedShareIntervalTests
{
    // R. G. Newcombe, Statistics in Medicine 17 (1998) 2635–2650, table III: 36, 12, 2 and 0 pairs, method 10.
    [Fact]
    public void It_agrees_with_Newcombes_example()
    {
        var interval = PairedShareInterval.Of(new(BothPass: 36, Gained: 12, Lost: 2, BothFail: 0));

        interval.Low.ShouldBe(0.0569, 0.00005);
        interval.High.ShouldBe(0.3404, 0.00005);
    }

    [Fact]
    public void It_stays_within_its_range_around_the_difference_and_mirrors_itself()
    {
        var shares = from a in Enumerable.Range(0, 6) from b in Enumerable.Range(0, 6) from c in Enumerable.Range(0, 6) from d in Enumerable.Range(0, 6) where a + b + c + d > 0 select new PairedCounts(a, b, c, d);

        foreach (var pairs in shares)
        {
            var (low, high) = PairedShareInterval.Of(pairs);
            var mirrored = PairedShareInterval.Of(pairs with { Gained = pairs.Lost, Lost = pairs.Gained });

            (low >= -1 - 1e-12 && low <= pairs.Difference && pairs.Difference <= high && high <= 1 + 1e-12).ShouldBeTrue($"{pairs}: {low} to {high}");
            mirrored.Low.ShouldBe(-high, 1e-12);
        }
    }
}
