namespace ScriptHost.Runs;

public sealed class UnitSampleTests
{
    private static readonly string[] Ids = [.. Enumerable.Range(0, 10_000).Select(i => $"tr-{i}")];

    [Theory]
    [InlineData(0)]
    [InlineData(0.01)]
    [InlineData(0.25)]
    [InlineData(0.999)]
    [InlineData(1)]
    public void About_the_share_of_units_is_taken(double share) =>
        (Ids.Count(id => UnitSample.Takes(share, id)) / (double)Ids.Length).ShouldBe(share, 0.02);

    [Fact]
    public void A_larger_share_has_all_units_of_a_smaller_one() =>
        Ids.Where(id => UnitSample.Takes(0.1, id)).Where(id => !UnitSample.Takes(0.2, id)).ShouldBeEmpty();

    // By the first 53 bits of SHA-256 of "trace\0" and the id, as a fraction.
    [Fact]
    public void Which_units_are_taken_never_changes() =>
        Ids.Where(id => UnitSample.Takes(0.001, id)).ShouldBe(["tr-3501", "tr-4293", "tr-4479", "tr-4805", "tr-5165", "tr-5306", "tr-6121", "tr-6695", "tr-8859"]);
}
