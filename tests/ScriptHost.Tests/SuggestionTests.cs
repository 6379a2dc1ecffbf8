namespace ScriptHost;

public sealed class SuggestionTests
{
    [Theory]
    [InlineData("output", "outputs")]
    [InlineData("contains_citaton", "contains_citation")]
    [InlineData("Trcae", "trace")]
    public void A_near_name_is_found(string name, string meant) =>
        Suggestion.For(name, ["trace", "outputs", "contains_citation"]).ShouldBe(meant);

    [Fact]
    public void A_name_that_is_near_nothing_suggests_nothing() =>
        Suggestion.Sentence("latency", ["trace", "outputs"]).ShouldBeEmpty();
}
