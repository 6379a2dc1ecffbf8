namespace ScriptHost.Statistics;

public sealed class LogFactorialTests
{
    // scipy 1.10.1: scipy.special.gammaln(n + 1); 63 and 64 lie on both sides of where the series begins.
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(5, 4.787491742782046)]
    [InlineData(63, 201.00931639928152)]
    [InlineData(64, 205.1681994826412)]
    [InlineData(100, 363.73937555556347)]
    [InlineData(1000, 5912.128178488164)]
    [InlineData(1_000_000, 12815518.384658169)]
    public void It_agrees_with_scipy(long n, double expected) => LogFactorial.Of(n).ShouldBe(expected, 1e-13 * Math.Max(1, expected));
}
