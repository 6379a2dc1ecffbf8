using System.Globalization;
using System.Text;

namespace ScriptHost.Trust;

/// <summary>How <c>trust.yaml</c> is written.</summary>
internal static class TrustText
{
    /// <summary>The form of <see cref="TrustEntry.At"/>.</summary>
    public const string TimeForm = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    private const string Head =
        """
        # Code that runs with full rights. A changed byte of the code ends an entry. Whoever can write this file can run code as you:
        # leave it to 'scripthost trust NAME' and 'scripthost trust --revoke NAME', and review a change of it as you would code.
        version: 1

        """;

    /// <summary>A need as the file has it.</summary>
    public static string Of(TrustNeed need) => need.ToString().ToLowerInvariant();

    /// <summary>A whole file.</summary>
    public static string Of(IReadOnlyList<TrustEntry> entries) =>
        Head + (entries.Count == 0 ? "trusted: []\n" : "trusted:\n" + string.Concat(entries.Select(e => Of(e, indent: 2))));

    /// <summary>One entry, with a line feed at its end.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="indent">How many blanks stand before its dash.</param>
    public static string Of(TrustEntry entry, int indent)
    {
        var blanks = new string(' ', indent);
        string[] lines =
        [
            $"- scorer: {entry.Scorer}",
            $"  path: {Quoted(entry.Path)}",
            $"  sha256: {entry.Sha256}",
            $"  by: {Quoted(entry.By)}",
            $"  at: {entry.At.ToString(TimeForm, CultureInfo.InvariantCulture)}",
            $"  why: {Quoted(entry.Why)}",
            $"  needs: [{entry.NeedsText}]",
        ];

        return string.Concat(lines.Select(l => $"{blanks}{l}\n"));
    }

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '"' or '\\' => quoted.Append('\\').Append(rune.ToString()),
                < 0x20 or (>= 0x7F and < 0xA0) or 0x2028 or 0x2029 or 0xFEFF => quoted.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}"),
                _ => quoted.Append(rune.ToString()),
            };
        }

        return quoted.Append('"').ToString();
    }
}
