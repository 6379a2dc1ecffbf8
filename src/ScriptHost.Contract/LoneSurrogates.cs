using System.Globalization;

namespace ScriptHost.Contract;

/// <summary>
/// Half a surrogate pair written as an escape (<c>\ud83d</c> without its other half) is JSON, but no text: .NET refuses to read it
/// where Python does not mind. Each is replaced by U+FFFD, escaped as well, so that nothing moves.
/// </summary>
internal static class LoneSurrogates
{
    /// <summary>Replaces them in place. The bytes are JSON text.</summary>
    public static void Replace(Span<byte> json)
    {
        // Either way of writing is looked for from where it was found last: to begin again at each would take for ever where there is only one of them.
        var (lower, upper) = (Next(json, 0, "\\ud"u8), Next(json, 0, "\\uD"u8));
        while (Math.Min(lower, upper) is var at && at < json.Length)
        {
            at = Math.Min(Pass(json, at), json.Length);
            lower = lower < at ? Next(json, at, "\\ud"u8) : lower;
            upper = upper < at ? Next(json, at, "\\uD"u8) : upper;
        }
    }

    private static int Next(ReadOnlySpan<byte> json, int from, ReadOnlySpan<byte> escape) => json[from..].IndexOf(escape) is >= 0 and var found ? from + found : json.Length;

    // Behind what is written at the index, with it replaced if it is to be.
    private static int Pass(Span<byte> json, int at)
    {
        if (!IsEscape(json, at))
        {
            return at + 2;
        }

        if (Unit(json, at) is >= 0xD800 and < 0xDC00 && Unit(json, at + 6) is >= 0xDC00 and < 0xE000)
        {
            return at + 12;
        }

        if (Unit(json, at) is >= 0xD800 and < 0xE000)
        {
            "\\ufffd"u8.CopyTo(json[at..]);
        }

        return at + 6;
    }

    // A backslash behind an odd number of backslashes is itself escaped.
    private static bool IsEscape(ReadOnlySpan<byte> json, int at)
    {
        var before = at;
        while (before > 0 && json[before - 1] == '\\')
        {
            before--;
        }

        return (at - before) % 2 == 0;
    }

    // The UTF-16 unit of the escape at the index; -1 when there is none.
    private static int Unit(ReadOnlySpan<byte> json, int at) =>
        at + 6 <= json.Length && json[at] == '\\' && json[at + 1] == 'u'
        && int.TryParse(json.Slice(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? unit
            : -1;
}
