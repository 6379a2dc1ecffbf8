using System.Globalization;
using System.Text;

namespace ScriptHost.Presets;

/// <summary>Writes a <see cref="Manifest"/> as YAML that reads back as the same manifest.</summary>
internal static class ManifestPrinting
{
    /// <summary>The line that tells editors of the schema.</summary>
    public const string EditorLine = $"# yaml-language-server: $schema={ManifestSchema.FileName}\n";

    /// <summary>The manifest as a file: keys in the order of <see cref="ManifestShape"/>, the shortest form of each.</summary>
    public static string Print(Manifest manifest)
    {
        var text = new StringBuilder(EditorLine).Append(CultureInfo.InvariantCulture, $"preset: {YamlText.Of(manifest.Name.Value)}\n");
        if (manifest.Description is { } description)
        {
            text.Append(CultureInfo.InvariantCulture, $"description: {YamlText.Of(description)}\n");
        }

        if (manifest.Include.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"include: {YamlText.Of(manifest.Include.Select(i => i.Value))}\n");
        }

        if (manifest.Judge is { } judge)
        {
            text.Append(CultureInfo.InvariantCulture, $"judge: {{ model: {YamlText.Of(judge.Value)} }}\n");
        }

        Append(text, "scorers", manifest.Scorers, Scorer);
        if (manifest.Drop.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"drop: {YamlText.Of(manifest.Drop.Select(d => d.Value))}\n");
        }

        Append(text, "override", manifest.Override, o => $"  {YamlText.Of(o.Name.Value)}:{(IsNothing(o.Changes) ? " {}" : "")}\n{Changes(o.Changes)}");
        Append(text, "thresholds", manifest.Thresholds, t => $"  {YamlText.Of(t.Metric)}: {t.Demand}\n");

        return text.ToString();
    }

    /// <summary>Settings in flow style.</summary>
    public static string Settings(IReadOnlyList<ManifestSetting> settings) =>
        settings.Count == 0 ? "{}" : $"{{ {string.Join(", ", settings.Select(s => $"{YamlText.Of(s.Name)}: {YamlText.Of(s.Value)}"))} }}";

    private static string Scorer(ManifestScorer scorer)
    {
        var name = YamlText.Of(scorer.Scorer.Value);

        // A scorer called 'with' would be taken for the key.
        if (scorer.As is not null || !scorer.Changes.IsSettingsOnly || ManifestShape.MemberKeys.Contains(scorer.Scorer.Value))
        {
            return $"  - scorer: {name}\n{(scorer.As is { } other ? $"    as: {YamlText.Of(other.Value)}\n" : "")}{Changes(scorer.Changes)}";
        }

        return scorer.Changes.With.Count == 0 ? $"  - {name}\n" : $"  - {name}: {Settings(scorer.Changes.With)}\n";
    }

    private static string Changes(ManifestChanges changes)
    {
        var text = new StringBuilder();
        if (changes.With.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"    with: {Settings(changes.With)}\n");
        }

        if (changes.Aggregations is { } aggregations)
        {
            text.Append(CultureInfo.InvariantCulture, $"    aggregations: {YamlText.Of(aggregations.Value.Select(Scoring.AggregationName.Of))}\n");
        }

        if (changes.Sample is { } sample)
        {
            text.Append(CultureInfo.InvariantCulture, $"    sample: {YamlText.Of(sample.Value)}\n");
        }

        if (changes.Where is { } where)
        {
            text.Append(CultureInfo.InvariantCulture, $"    where: {YamlText.Of(where.Value)}\n");
        }

        return text.ToString();
    }

    private static bool IsNothing(ManifestChanges changes) => changes.With.Count == 0 && changes.IsSettingsOnly;

    private static void Append<T>(StringBuilder text, string key, IReadOnlyList<T> items, Func<T, string> print)
    {
        if (items.Count > 0)
        {
            text.Append(key).Append(":\n").AppendJoin("", items.Select(print));
        }
    }
}
