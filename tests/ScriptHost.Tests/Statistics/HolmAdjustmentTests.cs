namespace ScriptHost.Statistics;

public sealed class HolmAdjustmentTests
{
    // By hand from the definition, p.adjust(p, "holm") in R: the smallest times all, the next times one fewer, and so on, never falling.
    [Theory]
    [InlineData(new[] { 0.01, 0.04, 0.03, 0.005 }, new[] { 0.03, 0.06, 0.06, 0.02 })]
    [InlineData(new[] { 0.01, 0.02, 0.03, 0.04, 0.05 }, new[] { 0.05, 0.08, 0.09, 0.09, 0.09 })]
    [InlineData(new[] { 0.9, 0.8 }, new[] { 1.0, 1.0 })]
    [InlineData(new double[0], new double[0])]
    public void It_adjusts_as_R_does(double[] probabilities, double[] expected)
    {
        var adjusted = HolmAdjustment.Of(probabilities);

        adjusted.Count.ShouldBe(expected.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            adjusted[i].ShouldBe(expected[i], 1e-15);
        }
    }
}
