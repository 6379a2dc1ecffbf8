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

    // By the first 53 bits of the XXH128 of the id in UTF-16, as a fraction.
    [Fact]
    public void Which_units_are_taken_never_changes() =>
        Ids.Where(id => UnitSample.Takes(0.001, id)).ShouldBe([
            "tr-2817", "tr-2877", "tr-3988", "tr-5769", "tr-5811", "tr-6040", "tr-6382", "tr-6760", "tr-7287", "tr-7567", "tr-7669", "tr-8590", "tr-9006",
        ]);
}
