using System.Text;

namespace ScriptHost.Contract;

public sealed class RepeatedKeysTests
{
    [Theory]
    [InlineData("""{"a":1,"b":{"a":2},"c":[{"a":3},{"a":4}]}""")]
    [InlineData("""[{"a":{"b":{}}},{"a":{"b":[]}}]""")]
    [InlineData("{ }")]
    [InlineData("\"a\"")]
    public void Keys_of_objects_of_their_own_are_no_repetition(string json) => RepeatedKeys.MayBeIn(Encoding.UTF8.GetBytes(json)).ShouldBeFalse();

    [Theory]
    [InlineData("""{"a":1,"b":{"c":[]},"a":2}""")]
    [InlineData("""[{"x":{"a":1,"b":{"b":1},"a":2}}]""")]
    [InlineData("""{"a":1,"\u0061":2}""")]
    public void A_repeated_key_is_seen_at_any_depth(string json) => RepeatedKeys.MayBeIn(Encoding.UTF8.GetBytes(json)).ShouldBeTrue();

    [Fact]
    public void Very_many_keys_and_depths_are_left_to_others()
    {
        var many = $"{{{string.Join(',', Enumerable.Range(0, 40).Select(i => $"\"{i}\":{i}"))}}}";
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 40)) + "1" + new string('}', 40);

        RepeatedKeys.MayBeIn(Encoding.UTF8.GetBytes(many)).ShouldBeTrue();
        RepeatedKeys.MayBeIn(Encoding.UTF8.GetBytes(deep)).ShouldBeTrue();
    }
}
