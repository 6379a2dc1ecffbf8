namespace ScriptHost.Statistics;

public sealed class McNemarTestTests
{
    // scipy 1.10.1: scipy.stats.binomtest(min(gained, lost), gained + lost, 0.5).pvalue
    [Theory]
    [InlineData(1, 0, 1.0)]
    [InlineData(0, 5, 0.0625)]
    [InlineData(0, 6, 0.03125)]
    [InlineData(2, 10, 0.03857421875)]
    [InlineData(12, 2, 0.012939453125)]
    [InlineData(4, 15, 0.0192108154296875)]
    [InlineData(86, 150, 3.715936139571387e-05)]
    [InlineData(59, 121, 4.4344492637551645e-06)]
    [InlineData(480, 520, 0.2174482932041409)]
    [InlineData(5200, 4800, 6.593515598672341e-05)]
    [InlineData(499_000, 501_000, 0.045608299865389515)]
    [InlineData(1000, 1, 9.351301457402253e-299)]
    public void It_agrees_with_scipy(long gained, long lost, double expected) =>
        McNemarTest.Probability(gained, lost).ShouldBe(expected, expected * 1e-9);

    [Fact]
    public void Of_few_pairs_it_is_the_binomial_sum_to_the_last_fraction()
    {
        for (var count = 0; count <= 40; count++)
        {
            for (var lost = 0; lost <= count; lost++)
            {
                var tail = Enumerable.Range(0, Math.Min(lost, count - lost) + 1).Aggregate(0L, (sum, k) => sum + Choose(count, k));

                McNemarTest.Probability(count - lost, lost).ShouldBe(Math.Min(1, 2.0 * tail / (1L << count)), 1e-12);
            }
        }
    }

    [Fact]
    public void Pairs_that_do_not_differ_show_nothing() => McNemarTest.Probability(0, 0).ShouldBe(1);

    private static long Choose(int n, int k) => Enumerable.Range(1, k).Aggregate(1L, (product, i) => product * (n - k + i) / i);
}
