namespace ScriptHost.Traces;

/// <summary>Reads times as nearly all traces have them, <c>2026-11-21T08:00:00.000Z</c>, without looking for all other ways to write one.</summary>
internal static class UtcTime
{
    private static ReadOnlySpan<byte> Form => "0000-00-00T00:00:00"u8;

    /// <summary>The time; false when it is written otherwise, right or wrong.</summary>
    /// <param name="text">In UTF-8; with at most seven digits of a second's fraction.</param>
    /// <param name="time">The time.</param>
    public static bool TryParse(ReadOnlySpan<byte> text, out DateTimeOffset time)
    {
        time = default;
        if (text.Length is < 20 or > 28 || text[^1] != (byte)'Z' || !IsOfForm(text))
        {
            return false;
        }

        var ticks = 0L;
        var fraction = text[Form.Length..^1];
        if (!fraction.IsEmpty)
        {
            if (fraction.Length == 1 || fraction[0] != (byte)'.' || fraction[1..].ContainsAnyExceptInRange((byte)'0', (byte)'9'))
            {
                return false;
            }

            ticks = Number(fraction[1..]);
            for (var digits = fraction.Length - 1; digits < 7; digits++)
            {
                ticks *= 10;
            }
        }

        var (year, month, day) = (Number(text[..4]), Number(text[5..7]), Number(text[8..10]));
        var (hour, minute, second) = (Number(text[11..13]), Number(text[14..16]), Number(text[17..19]));
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        time = new(new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc).AddTicks(ticks));

        return true;
    }

    private static bool IsOfForm(ReadOnlySpan<byte> text)
    {
        var wrong = false;
        for (var i = 0; i < Form.Length; i++)
        {
            wrong |= Form[i] == '0' ? (uint)(text[i] - '0') > 9 : Form[i] != text[i];
        }

        return !wrong;
    }

    private static int Number(ReadOnlySpan<byte> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            number = (10 * number) + (digit - '0');
        }

        return number;
    }
}
