using System.Globalization;

namespace ScriptHost.Traces;

/// <summary>Reads when a trace says that it began: a time as RFC 3339 has it, or schema 2's milliseconds since 1970.</summary>
internal static class RequestTimeText
{
    // What a DateTimeOffset can hold.
    private const long Earliest = -62_135_596_800_000;
    private const long Latest = 253_402_300_799_999;

    /// <summary>The time; null when there is none, or a JSON null.</summary>
    /// <param name="json">The trace.</param>
    /// <param name="range">Where the time stands in it.</param>
    /// <exception cref="TraceFormatException">It is something else.</exception>
    public static DateTimeOffset? Read(ReadOnlyMemory<byte> json, JsonRange range)
    {
        // Nearly always, and without a string of it.
        if (UtcTime.TryParse(range.Quoted(json.Span), out var written))
        {
            return written;
        }

        var text = range.Text(json);
        if (text is null)
        {
            return null;
        }

        if (long.TryParse(text, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds is >= Earliest and <= Latest)
        {
            return DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
        }

        // The framework reads much more: a time of today, days in the order of a country.
        return IsDate(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : throw new TraceFormatException(range.Start, $"expected an RFC 3339 time as 'request_time', found {range.Show(json)}");
    }

    // Whether it begins with a date as RFC 3339 has it.
    private static bool IsDate(string text) => text is [_, _, _, _, '-', _, _, '-', _, _, ..] && char.IsAsciiDigit(text[0]);
}
