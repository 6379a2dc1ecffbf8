namespace ScriptHost.Statistics;

public sealed class PairedBootstrapTests
{
    private static readonly double[] Sleep = [1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4];

    // scipy 1.10.1: scipy.stats.bootstrap((sleep,), numpy.mean, method='percentile', n_resamples=999999, random_state=1): 0.95 to 2.38. 9,999 resamples come within the
    // spread of their own quantiles.
    [Fact]
    public void It_agrees_with_scipy_on_pairs_that_stand_alone()
    {
        var bootstrap = PairedBootstrap.Of(Alone(Sleep)).ShouldNotBeNull();

        bootstrap.Interval.Low.ShouldBe(0.95, 0.03);
        bootstrap.Interval.High.ShouldBe(2.38, 0.03);
        bootstrap.Probability.ShouldBeLessThan(0.001);
    }

    // Two groups can be drawn in four ways: means -1, 1, 1 and 3 of equal chance. A quarter is not above 0, so the probability is one half.
    [Fact]
    public void Groups_are_drawn_whole()
    {
        var bootstrap = PairedBootstrap.Of(new([(1, -1), (1, -1), (2, 3), (2, 3)])).ShouldNotBeNull();

        bootstrap.Interval.ShouldBe(new(-1, 3));
        bootstrap.Probability.ShouldBe(0.5, 0.02);
    }

    [Fact]
    public void Pairs_that_do_not_differ_have_a_probability_of_1()
    {
        var bootstrap = PairedBootstrap.Of(Alone([0, 0, 0])).ShouldNotBeNull();

        bootstrap.ShouldBe(new(new(0, 0), 1));
    }

    [Fact]
    public void The_same_pairs_give_the_same_numbers() => PairedBootstrap.Of(Alone(Sleep)).ShouldBe(PairedBootstrap.Of(Alone(Sleep)));

    [Fact]
    public void One_group_tells_nothing() => PairedBootstrap.Of(new([(1, 1), (1, 2)])).ShouldBeNull();

    // The interval that is promised to hold 95 times of 100 does so about as often: normal differences, 40 groups, 300 experiments.
    [Fact]
    public void Its_interval_covers_the_truth_about_as_often_as_it_says()
    {
        var random = new RandomStream(1);
        var covered = 0;
        for (var i = 0; i < 300; i++)
        {
            var (low, high) = PairedBootstrap.Of(Alone([.. Enumerable.Range(0, 40).Select(_ => Normal(random))])).ShouldNotBeNull().Interval;
            covered += low <= 0 && 0 <= high ? 1 : 0;
        }

        covered.ShouldBeInRange(270, 297);
    }

    // Twelve uniform numbers less six: mean 0, variance 1.
    private static double Normal(RandomStream random) => Enumerable.Range(0, 12).Sum(_ => random.Next() / (double)ulong.MaxValue) - 6;

    private static PairedDifferences Alone(double[] differences) => new(differences.Select((d, i) => (i, d)));
}
