using System.Globalization;
using System.Text;

namespace ScriptHost.Traces;

/// <summary>The quick way to read a time gives what the thorough way gives, or leaves the text to it.</summary>
public sealed class UtcTimeTests
{
    [Theory]
    [InlineData("2026-11-21T08:00:00Z")]
    [InlineData("2026-11-21T08:00:00.0Z")]
    [InlineData("2026-11-21T22:52:01.001Z")]
    [InlineData("2024-02-29T23:59:59.1234567Z")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59.9999999Z")]
    public void A_time_is_what_it_is_to_the_parser_of_NET(string text)
    {
        UtcTime.TryParse(Encoding.UTF8.GetBytes(text), out var time).ShouldBeTrue();

        time.ShouldBe(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture));
        time.Offset.ShouldBe(TimeSpan.Zero);
    }

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("1795248000000")]
    [InlineData("2026-11-21T08:00:00")]
    [InlineData("2026-11-21T08:00:00+01:00")]
    [InlineData("2026-11-21T08:00:00.Z")]
    [InlineData("2026-11-21T08:00:00.12345678Z")]
    [InlineData("2026-11-21T08:00:00.12x4Z")]
    [InlineData("2026-11-21T08:00:00,123Z")]
    [InlineData("2026-11-21 08:00:00.000Z")]
    [InlineData("2026-13-21T08:00:00Z")]
    [InlineData("2026-02-29T08:00:00Z")]
    [InlineData("2026-11-00T08:00:00Z")]
    [InlineData("2026-11-21T24:00:00Z")]
    [InlineData("2026-11-21T08:60:00Z")]
    [InlineData("2026-11-21T08:00:60Z")]
    [InlineData("0000-11-21T08:00:00Z")]
    public void What_is_written_otherwise_is_left_to_the_parser_of_NET(string text) => UtcTime.TryParse(Encoding.UTF8.GetBytes(text), out _).ShouldBeFalse();
}
