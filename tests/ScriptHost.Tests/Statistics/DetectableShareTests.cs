namespace ScriptHost.Statistics;

public sealed class DetectableShareTests
{
    // The calculators at powerandsamplesize.com (p01 0.45, p10 0.05: 23 pairs) and clinicaltrials-tools (p10 0.3, p01 0.15: 155 pairs) quote Connor's formula
    // with these results, for 5 % two-sided and a power of 80 %.
    [Theory]
    [InlineData(0.45, 0.05, 23)]
    [InlineData(0.30, 0.15, 155)]
    public void Connors_formula_gives_the_published_numbers_of_pairs(double one, double other, int pairs)
    {
        Math.Ceiling(DetectableShare.PairsFor(one - other, one + other)).ShouldBe(pairs);

        // And back: so many pairs can just show the difference, one fewer cannot.
        DetectableShare.Of(pairs, one + other).ShouldNotBeNull().ShouldBeLessThanOrEqualTo(one - other + 1e-9);
        DetectableShare.Of(pairs - 1, one + other).ShouldNotBeNull().ShouldBeGreaterThan(one - other);
    }

    [Fact]
    public void Fewer_than_six_pairs_can_show_nothing() =>
        Enumerable.Range(0, 8).Select(n => DetectableShare.Of(n, 0) is null).ShouldBe([true, true, true, true, true, true, false, false]);

    // What the exact test cannot find is not said to be found: 2 / 2^5 is above 5 %, 2 / 2^6 below.
    [Fact]
    public void It_is_never_less_than_six_pairs_that_all_go_one_way()
    {
        McNemarTest.Probability(5, 0).ShouldBeGreaterThan(0.05);
        McNemarTest.Probability(6, 0).ShouldBeLessThan(0.05);

        DetectableShare.Of(1000, 0).ShouldNotBeNull().ShouldBeGreaterThanOrEqualTo(0.006);
    }
}
