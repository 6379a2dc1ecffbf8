using System.Globalization;

namespace ScriptHost.Traces;

/// <summary>
/// Half a surrogate pair written as an escape (<c>\ud83d</c> without its other half) is JSON, but no text: .NET refuses to read it
/// where Python does not mind. Each is replaced by U+FFFD, escaped as well, so that nothing moves.
/// </summary>
internal static class LoneSurrogates
{
    /// <summary>Replaces them in place. The bytes are JSON text.</summary>
    public static void Replace(Span<byte> json)
    {
        for (var at = 0; Find(json[at..]) is var found and >= 0;)
        {
            at += found;
            if (!IsEscape(json, at))
            {
                at += 2;
            }
            else if (Unit(json, at) is >= 0xD800 and < 0xDC00 && Unit(json, at + 6) is >= 0xDC00 and < 0xE000)
            {
                at += 12;
            }
            else
            {
                if (Unit(json, at) is >= 0xD800 and < 0xE000)
                {
                    "\\ufffd"u8.CopyTo(json[at..]);
                }

                at += 6;
            }

            at = Math.Min(at, json.Length);
        }
    }

    private static int Find(ReadOnlySpan<byte> json)
    {
        var lower = json.IndexOf("\\ud"u8);
        var upper = json.IndexOf("\\uD"u8);

        return lower < 0 ? upper : upper < 0 ? lower : Math.Min(lower, upper);
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
