using ScriptHost.Contract;

namespace ScriptHost.Scoring;

/// <summary>The names that metrics and presets call aggregations by.</summary>
internal static class AggregationName
{
    private static readonly Dictionary<Aggregation, string> Names = Enum.GetValues<Aggregation>().ToDictionary(a => a, Spell);

    /// <summary>All names, in the order of <see cref="Aggregation"/>.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Names.Values];

    /// <summary>Such as <c>pass_rate</c>.</summary>
    public static string Of(Aggregation aggregation) => Names[aggregation];

    /// <summary>The metric of a feedback, such as <c>safety/pass_rate</c>.</summary>
    public static string Metric(string feedback, Aggregation aggregation) => $"{feedback}/{Of(aggregation)}";

    /// <summary>The aggregation of that name, which is compared by case; null when there is none.</summary>
    public static Aggregation? Find(string name)
    {
        foreach (var (aggregation, known) in Names)
        {
            if (known == name)
            {
                return aggregation;
            }
        }

        return null;
    }

    private static string Spell(Aggregation aggregation) =>
        aggregation == Aggregation.PassRate ? "pass_rate" : aggregation.ToString().ToLowerInvariant();
}
