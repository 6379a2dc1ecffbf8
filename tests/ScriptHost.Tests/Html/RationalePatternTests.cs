namespace ScriptHost.Html;

public sealed class RationalePatternTests
{
    [Theory]
    [InlineData("The slowest step, 'chat_completion', took 30040 ms.", "The slowest step, 'plan', took 7.5 ms.")]
    [InlineData("Expected “Yes, five years.”, got “No.”", "Expected “a”,  got\n“b”")]
    [InlineData("It isn't 3,000.5 but 'x'", "It isn't 7 but 'y z'")]
    public void Numbers_and_quotations_make_no_difference(string one, string other) =>
        RationalePattern.Of(one).ShouldBe(RationalePattern.Of(other));

    [Theory]
    [InlineData("Too short.", "Too long.")]
    [InlineData("The answer doesn't stop", "The answer don't stop")]
    public void Words_do(string one, string other) => RationalePattern.Of(one).ShouldNotBe(RationalePattern.Of(other));

    [Theory]
    [InlineData("")]
    [InlineData("'open")]
    [InlineData("''")]
    [InlineData("7")]
    public void Whatever_is_said_has_a_pattern(string rationale) => RationalePattern.Of(rationale).ShouldBe(rationale switch { "''" => "'…'", "7" => "#", _ => rationale });
}
