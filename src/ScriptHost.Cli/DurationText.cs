using System.Globalization;

namespace ScriptHost.Cli;

/// <summary>Lengths of time as people write them.</summary>
internal static class DurationText
{
    private static readonly (string Unit, TimeSpan Length)[] Units =
    [
        ("ms", TimeSpan.FromMilliseconds(1)),
        ("s", TimeSpan.FromSeconds(1)),
        ("m", TimeSpan.FromMinutes(1)),
        ("h", TimeSpan.FromHours(1)),
    ];

    /// <summary>Reads <c>10s</c>, <c>500ms</c>, <c>2m</c>, <c>1h</c> or plain seconds; null unless it is longer than nothing and at most a day.</summary>
    public static TimeSpan? Parse(string text)
    {
        var (unit, length) = Units.FirstOrDefault(u => text.EndsWith(u.Unit, StringComparison.Ordinal), (Unit: "", Length: TimeSpan.FromSeconds(1)));
        if (!double.TryParse(text[..^unit.Length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || number * length.TotalDays > 1)
        {
            return null;
        }

        return number * length is var span && span > TimeSpan.Zero ? span : null;
    }

    /// <summary>A length of time for people, such as <c>340 ms</c>, <c>1.2 s</c> or <c>2 m 5 s</c>.</summary>
    public static string Of(TimeSpan time) => time switch
    {
        { TotalSeconds: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0} ms"),
        { TotalMinutes: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s"),
        { TotalHours: < 1 } => $"{time.Minutes} m {time.Seconds} s",
        _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(time.TotalHours)} h {time.Minutes} m"),
    };
}
