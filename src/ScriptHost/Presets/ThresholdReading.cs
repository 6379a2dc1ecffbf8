using System.Globalization;
using System.Text.RegularExpressions;

namespace ScriptHost.Presets;

/// <summary>Reads thresholds whose shape has been checked.</summary>
internal static class ThresholdReading
{
    /// <summary>What is wrong with thresholds beyond their shape: rules that join two keys.</summary>
    /// <param name="threshold">A threshold that was read.</param>
    public static string? Fault(Threshold threshold) => threshold switch
    {
        { Bound: Bound.Between { Low: var low, High: var high } } when low > high =>
            $"'{threshold.Metric}' is to be between {YamlText.Of(low)} and {YamlText.Of(high)}, which nothing is; write the smaller number first.",
        { Confidently: true } when threshold.Aggregation != "pass_rate" =>
            $"'{threshold.Metric}' is to hold confidently, which only a pass_rate can, as '{threshold.Name}/pass_rate'; leave 'confidently' out.",
        { Confidently: true, Bound: null } => $"'{threshold.Metric}' is to hold confidently, but has no bound; add one, such as at_least.",
        _ => null,
    };

    /// <summary>A threshold; null when a part that it needs is faulty.</summary>
    /// <param name="entry">The metric with its bound.</param>
    /// <param name="origin">Where it stands.</param>
    /// <param name="isSound">Whether a node is what it should be.</param>
    public static Threshold? Read(YamlEntry entry, Origin origin, Func<YamlNode, bool> isSound)
    {
        if (entry.Value is YamlScalar text)
        {
            return new() { Metric = entry.Key.Text, Bound = Parse(text.Text), Origin = origin };
        }

        var keys = ((YamlMapping)entry.Value).Entries.Where(e => isSound(e.Value)).ToDictionary(e => e.Key.Text, e => e.Value, StringComparer.Ordinal);
        var bound = ManifestShape.Bounds.Where(keys.ContainsKey).Select(k => ReadBound(k, keys[k], isSound)).FirstOrDefault();
        var margin = Number(keys.GetValueOrDefault("no_worse_than"));

        return bound is null && margin is null ? null : new()
        {
            Metric = entry.Key.Text,
            Bound = bound,
            NoWorseThan = margin,
            Level = keys.GetValueOrDefault("level") is YamlScalar level ? (ThresholdLevel)ManifestShape.Levels.Index().First(l => l.Item == level.Text).Index : ThresholdLevel.Fail,
            Confidently = keys.GetValueOrDefault("confidently") is YamlScalar flag && CoreScalar.Flag(flag.Text),
            Origin = origin,
        };
    }

    private static Bound Parse(string text)
    {
        var match = Regex.Match(text, ManifestShape.BoundPattern);
        var limit = double.Parse(match.Groups[2].Value, NumberStyles.Float, CultureInfo.InvariantCulture);

        return match.Groups[1].Value switch
        {
            ">=" => new Bound.AtLeast(limit),
            "<=" => new Bound.AtMost(limit),
            ">" => new Bound.Above(limit),
            _ => new Bound.Below(limit),
        };
    }

    private static Bound? ReadBound(string key, YamlNode node, Func<YamlNode, bool> isSound)
    {
        if (node is YamlSequence pair)
        {
            return pair.Items.All(isSound) && Number(pair.Items[0]) is { } low && Number(pair.Items[1]) is { } high ? new Bound.Between(low, high) : null;
        }

        return (key, Number(node)) switch
        {
            (_, null) => null,
            ("at_least", { } limit) => new Bound.AtLeast(limit),
            ("at_most", { } limit) => new Bound.AtMost(limit),
            ("above", { } limit) => new Bound.Above(limit),
            (_, { } limit) => new Bound.Below(limit),
        };
    }

    private static double? Number(YamlNode? node) => node is YamlScalar scalar ? CoreScalar.Finite(scalar) : null;
}
