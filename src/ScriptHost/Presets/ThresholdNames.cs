namespace ScriptHost.Presets;

/// <summary>Finds thresholds whose metric looks misspelt. A scorer may give feedback names of its own, so this is a doubt, and the run is what fails.</summary>
internal static class ThresholdNames
{
    /// <summary>A warning for each metric that no member is called like, but nearly.</summary>
    public static IEnumerable<Diagnostic> Doubtful(IEnumerable<Threshold> thresholds, IReadOnlyList<string> members)
    {
        foreach (var threshold in thresholds.Where(t => !members.Contains(t.Name)))
        {
            if (Suggestion.For(threshold.Name, members) is { } near)
            {
                yield return threshold.Origin.Fault(
                    PresetCodes.UnknownMetric,
                    $"No scorer of the preset is called '{threshold.Name}', and a metric that is not there fails the run. Did you mean '{near}/{threshold.Aggregation}'?",
                    Severity.Warning);
            }
        }
    }
}
