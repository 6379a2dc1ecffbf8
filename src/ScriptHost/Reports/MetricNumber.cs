using System.Globalization;

namespace ScriptHost.Reports;

/// <summary>Metrics for people; <c>run.json</c> has them in full.</summary>
internal static class MetricNumber
{
    /// <summary>The number with at most four decimals, and with a power of ten when these would not show it.</summary>
    public static string Of(double value) => Math.Abs(value) switch
    {
        0 => "0",
        < 0.001 or >= 1e12 => value.ToString("0.###e+0", CultureInfo.InvariantCulture),
        _ => value.ToString("0.####", CultureInfo.InvariantCulture),
    };
}
