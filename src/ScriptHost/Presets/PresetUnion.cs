namespace ScriptHost.Presets;

/// <summary>
/// Puts presets together. One rule everywhere: what is the same folds into one, the first; the same name for something else is a fault that
/// shows both. So the union is associative and idempotent, and keeps the order of first appearance.
/// </summary>
internal static class PresetUnion
{
    /// <summary>The union of presets, or all that conflicts.</summary>
    /// <param name="presets">The presets, in order.</param>
    /// <param name="diagnostics">The conflicts.</param>
    /// <returns>A preset; null when there are conflicts.</returns>
    public static Preset? Of(IReadOnlyList<Preset> presets, out IReadOnlyList<Diagnostic> diagnostics)
    {
        var members = Members(presets.SelectMany(p => p.Members));
        var thresholds = Thresholds(presets.SelectMany(p => p.Thresholds));
        var judges = Judges(presets.Select(p => p.Judge).OfType<Stated<string>>());
        diagnostics = [.. members.Diagnostics, .. thresholds.Diagnostics, .. judges.Diagnostics];

        return diagnostics.Count > 0 ? null : new()
        {
            Names = [.. presets.SelectMany(p => p.Names).Distinct(StringComparer.Ordinal)],
            Description = presets.Select(p => p.Description).OfType<string>().Distinct().ToList() is [var only] ? only : null,
            Members = members.Items,
            Thresholds = thresholds.Items,
            Judge = judges.Items is [var model, ..] ? model : null,
        };
    }

    /// <summary>The union of members.</summary>
    public static UnionResult<ConfiguredScorer> Members(IEnumerable<ConfiguredScorer> members) => Fold(
        members,
        m => m.Name,
        m => m.Configuration,
        (first, second) => second.Origin.Fault(
            PresetCodes.Conflict,
            $"Two scorers are called '{second.Name}' and differ: {first} from {first.Origin}, and {second} from {second.Origin}; name one of them otherwise with 'as', or use 'drop' or 'override' where an include brought it."));

    /// <summary>The union of thresholds.</summary>
    public static UnionResult<Threshold> Thresholds(IEnumerable<Threshold> thresholds) => Fold(
        thresholds,
        t => t.Metric,
        t => t.Demand,
        (first, second) => second.Origin.Fault(
            PresetCodes.ThresholdConflict,
            $"'{second.Metric}' has two thresholds that differ: {first.Demand} from {first.Origin}, and {second.Demand} from {second.Origin}; 'drop: [{second.Metric}]' leaves out what an include brought."));

    /// <summary>The one model for judges.</summary>
    public static UnionResult<Stated<string>> Judges(IEnumerable<Stated<string>> judges) => Fold(
        judges,
        _ => "",
        j => j.Value,
        (first, second) => second.Origin.Fault(
            PresetCodes.JudgeConflict,
            $"The judges have two models: '{first.Value}' from {first.Origin}, and '{second.Value}' from {second.Origin}; a preset that includes both must state 'judge' itself."));

    private static UnionResult<T> Fold<T>(IEnumerable<T> items, Func<T, string> name, Func<T, string> content, Func<T, T, Diagnostic> conflict)
    {
        var folded = new List<T>();
        var seen = new Dictionary<string, T>(StringComparer.Ordinal);
        var diagnostics = new List<Diagnostic>();
        foreach (var item in items)
        {
            if (seen.TryAdd(name(item), item))
            {
                folded.Add(item);
            }
            else if (content(seen[name(item)]) != content(item))
            {
                diagnostics.Add(conflict(seen[name(item)], item));
            }
        }

        return new(folded, diagnostics);
    }
}
