namespace ScriptHost.Statistics;

public sealed class PairedDifferencesTests
{
    // R's data set sleep (Student 1908): t.test(extra ~ group, paired = TRUE) has a mean difference of 1.58 and t = 4.0621, so the error is 0.3889587; scipy 1.10.1's
    // ttest_rel gives 4.062127683382037.
    private static readonly double[] Sleep = [1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4];

    [Fact]
    public void Pairs_that_stand_alone_have_the_error_of_a_paired_t_test()
    {
        var differences = Alone(Sleep);

        differences.Mean.ShouldBe(1.58, 1e-12);
        (differences.Mean / differences.StandardError).ShouldNotBeNull().ShouldBe(4.062127683382037, 1e-12);
    }

    // By hand: groups sum to 2, 1 and 0 of 2, 1 and 1 pairs; the mean is 3/4; what is left is 1/2, 1/4 and -3/4, whose squares sum to 7/8; √(3/2 · 7/8) / 4.
    [Fact]
    public void Pairs_of_a_group_count_as_one_draw()
    {
        var differences = new PairedDifferences([(7, 0.5), (7, 1.5), (8, 1), (9, 0)]);

        differences.Groups.ShouldBe(3);
        differences.Count.ShouldBe(4);
        differences.Mean.ShouldBe(0.75);
        differences.StandardError.ShouldNotBeNull().ShouldBe(Math.Sqrt(21.0 / 16) / 4, 1e-15);
    }

    [Fact]
    public void One_group_has_no_error_and_alike_differences_have_no_detectable_one()
    {
        new PairedDifferences([(1, 0.5), (1, 1.5)]).StandardError.ShouldBeNull();
        Alone([1, 1, 1]).Detectable.ShouldBeNull();
    }

    // Bloom 1995: 2.8 standard errors for 80 % at 5 % two-sided.
    [Fact]
    public void The_detectable_difference_is_Blooms_multiple_of_the_error() =>
        (Alone(Sleep).Detectable / Alone(Sleep).StandardError).ShouldNotBeNull().ShouldBe(2.8, 0.005);

    private static PairedDifferences Alone(double[] differences) => new(differences.Select((d, i) => (i, d)));
}
