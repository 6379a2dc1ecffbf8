using System.Text;
using System.Text.RegularExpressions;

namespace ScriptHost.Runs;

/// <summary>The patterns of <c>LIKE</c>, <c>ILIKE</c> and <c>RLIKE</c>.</summary>
internal static class FilterPattern
{
    /// <summary>The longest one match may take; a pattern can be written that takes years.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>A pattern for the whole text, in which <c>%</c> is any text and <c>_</c> any one character.</summary>
    public static Regex Like(string pattern, bool ignoreCase)
    {
        var regex = new StringBuilder(@"\A");
        foreach (var c in pattern)
        {
            regex.Append(c switch { '%' => ".*", '_' => ".", _ => Regex.Escape(c.ToString()) });
        }

        var options = RegexOptions.NonBacktracking | RegexOptions.Singleline | RegexOptions.CultureInvariant;

        return new(regex.Append(@"\z").ToString(), ignoreCase ? options | RegexOptions.IgnoreCase : options, Patience);
    }

    /// <summary>A regular expression, which is searched for anywhere in the text.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static Regex RegularExpression(FilterToken pattern)
    {
        try
        {
            return new(pattern.Text, RegexOptions.CultureInvariant, Patience);
        }
        catch (RegexParseException fault)
        {
            throw pattern.Fault($"'{pattern.Text}' is no regular expression: {fault.Message}");
        }
    }
}
