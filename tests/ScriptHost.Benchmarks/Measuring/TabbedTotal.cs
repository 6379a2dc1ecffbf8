using System.Globalization;

namespace ScriptHost.Benchmarks.Measuring;

/// <summary>Sums the numbers that a contender wrote, one a line, <c>ID TAB NUMBER</c>.</summary>
internal static class TabbedTotal
{
    /// <summary>The sum.</summary>
    /// <param name="path">A file of lines.</param>
    public static long Of(string path) =>
        File.ReadLines(path).Sum(l => long.Parse(l.AsSpan(l.LastIndexOf('\t') + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
}
