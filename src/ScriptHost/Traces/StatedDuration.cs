using System.Globalization;

namespace ScriptHost.Traces;

/// <summary>Reads how long a trace says that it took.</summary>
internal static class StatedDuration
{
    /// <summary>The duration; null when the text says nothing that is one.</summary>
    /// <param name="text">Seconds such as <c>0.088s</c>, or milliseconds without a unit; null when the trace does not say.</param>
    public static TimeSpan? Read(string? text)
    {
        var isSeconds = text is [.., 's'];
        if (text is null || !double.TryParse(isSeconds ? text[..^1] : text, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        var ticks = number * (isSeconds ? TimeSpan.TicksPerSecond : TimeSpan.TicksPerMillisecond);

        return Math.Abs(ticks) < long.MaxValue ? TimeSpan.FromTicks((long)Math.Round(ticks)) : null;
    }
}
