namespace ScriptHost.Statistics;

public sealed class MeanIntervalTests
{
    // Student's own data, the differences of his sleep experiment (Biometrika 6, 1908). t.test(extra, conf.level = 0.95) of R: 0.7001142 to 2.4598858.
    [Fact]
    public void The_interval_is_that_of_R_for_the_data_of_Student()
    {
        var interval = Of(1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4);

        interval.Mean.ShouldBe(1.58, 1e-12);
        (interval.Mean - interval.Half.ShouldNotBeNull()).ShouldBe(0.7001142, 1e-6);
        (interval.Mean + interval.Half.ShouldNotBeNull()).ShouldBe(2.4598858, 1e-6);
    }

    [Fact]
    public void Values_far_from_zero_lose_no_spread() =>
        Of(1e9 + 1, 1e9 + 2, 1e9 + 3).Half.ShouldNotBeNull().ShouldBe(Of(1, 2, 3).Half.ShouldNotBeNull(), 1e-6);

    [Fact]
    public void One_value_tells_nothing_of_its_spread() => Of(7).Half.ShouldBeNull();

    private static MeanInterval Of(params double[] values)
    {
        var interval = new MeanInterval();
        foreach (var value in values)
        {
            interval.Add(value);
        }

        return interval;
    }
}
