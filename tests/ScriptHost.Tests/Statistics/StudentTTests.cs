namespace ScriptHost.Statistics;

public sealed class StudentTTests
{
    // qt(0.975, df) of R, to the six digits of the usual tables.
    [Theory]
    [InlineData(1, 12.706205)]
    [InlineData(2, 4.302653)]
    [InlineData(5, 2.570582)]
    [InlineData(10, 2.228139)]
    [InlineData(11, 2.200985)]
    [InlineData(15, 2.131450)]
    [InlineData(20, 2.085963)]
    [InlineData(30, 2.042272)]
    [InlineData(60, 2.000298)]
    [InlineData(120, 1.979930)]
    [InlineData(1_000_000, 1.959966)]
    public void The_point_is_that_of_published_tables(long degreesOfFreedom, double expected) =>
        StudentT.Quantile975(degreesOfFreedom).ShouldBe(expected, 1.5e-5);
}
