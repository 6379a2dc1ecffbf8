using ScriptHost.Contract;
using static ScriptHost.BuiltIns.BuiltIn;

namespace ScriptHost.BuiltIns;

public sealed class PersonalDataTests
{
    // Card numbers are those that payment providers publish for tests; IBANs are the examples of the SWIFT registry; phone numbers are set aside for fiction.
    [Theory]
    [InlineData("Write to jane.doe+x@mail.example.org.", "Email at character 9")]
    [InlineData("Call +44 20 7946 0958 now", "Phone at character 5")]
    [InlineData("Call (555) 555-0123.", "Phone at character 5")]
    [InlineData("Call 555-555-0123.", "Phone at character 5")]
    [InlineData("Card 4242 4242 4242 4242.", "Card at character 5")]
    [InlineData("Card 378282246310005", "Card at character 5")]
    [InlineData("Pay to GB82 WEST 1234 5698 7654 32 TODAY", "Iban at character 7")]
    [InlineData("Pay to DE89370400440532013000.", "Iban at character 7")]
    [InlineData("Pay to AT61 1904 3002 3457 3201 NOW", "Iban at character 7")]
    [InlineData("From 192.168.1.17.", "Ip at character 5")]
    [InlineData("From 2001:db8::ff00:42:8329", "Ip at character 5")]
    public void Personal_data_is_found_and_not_repeated(string answer, string found)
    {
        var feedback = Judge("pii", Quoted(answer));

        feedback.Value.ShouldBe((FeedbackValue)false);
        feedback.Rationale.ShouldBe($"Found: {found}.");
    }

    [Theory]
    [InlineData("Card 4242 4242 4242 4241.")]
    [InlineData("Pay to GB83 WEST 1234 5698 7654 32.")]
    [InlineData("On 2026-11-20 order F-20417, parcel P-88120, 230 g, 14.90 EUR at 10:30:15.")]
    [InlineData("Version 1.2.3, or 300.1.2.3; std::vector, a@b")]
    public void What_only_looks_like_it_is_not(string answer) =>
        Judge("pii", Quoted(answer)).Value.ShouldBe((FeedbackValue)true);

    [Fact]
    public void Kinds_can_be_chosen() =>
        Judge("pii", "\"a@b.example from 10.0.0.1\"", """{"kinds":["ip"]}""").Rationale.ShouldBe("Found: Ip at character 17.");
}
