using System.Globalization;

namespace ScriptHost.Cli;

/// <summary>Whole numbers as people write them among arguments.</summary>
internal static class NumberText
{
    /// <summary>Reads one; null when it is none, or not from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public static long? Parse(string text, long least, long most = int.MaxValue) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;
}
