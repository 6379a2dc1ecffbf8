namespace ScriptHost.Statistics;

public sealed class WilsonIntervalTests
{
    // R. G. Newcombe, Two-sided confidence intervals for the single proportion: comparison of seven methods, Statistics in Medicine 17 (1998)
    // 857–872, table I, method 3 (score without continuity correction).
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void It_agrees_with_Newcombes_table(long passes, long count, double low, double high)
    {
        var interval = WilsonInterval.Of(passes, count);

        interval.Low.ShouldBe(low, 0.00005);
        interval.High.ShouldBe(high, 0.00005);
    }

    [Fact]
    public void It_stays_within_0_and_1_and_around_the_share()
    {
        for (var count = 1L; count <= 200; count++)
        {
            for (var passes = 0L; passes <= count; passes++)
            {
                var (low, high) = WilsonInterval.Of(passes, count);
                var share = (double)passes / count;

                (low >= 0 && low <= share && share <= high && high <= 1).ShouldBeTrue($"{passes} of {count}: {low} to {high}");
            }
        }
    }

    [Fact]
    public void Failures_mirror_passes()
    {
        var (passes, failures) = (WilsonInterval.Of(7, 30), WilsonInterval.Of(23, 30));

        failures.Low.ShouldBe(1 - passes.High, 1e-12);
        failures.High.ShouldBe(1 - passes.Low, 1e-12);
    }
}
