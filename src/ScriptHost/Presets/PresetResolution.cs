namespace ScriptHost.Presets;

/// <summary>Makes presets of manifests: looks scorers and includes up, leaves out and changes what includes brought, and puts all together.</summary>
/// <param name="library">The manifests.</param>
/// <param name="scorers">The scorers that there are.</param>
/// <param name="filterFault">What is wrong with a filter, one sentence; null when nothing is.</param>
internal sealed class PresetResolution(PresetLibrary library, KnownScorers scorers, Func<string, string?> filterFault)
{
    /// <summary>How deeply presets may include presets.</summary>
    public const int MaxDepth = 32;

    private readonly List<Diagnostic> diagnostics = [];
    private readonly Dictionary<string, ResolvedManifest> resolved = new(StringComparer.Ordinal);
    private readonly List<string> path = [];

    /// <summary>All faults so far, in the order that they were found, each once: an override may meet the same scorer by way of two includes.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => [.. diagnostics.Distinct()];

    /// <summary>The preset of a name; null when it has faults.</summary>
    /// <param name="name">The preset, wherever it was named.</param>
    public Preset? Resolve(Stated<string> name) => Manifest(name) is { IsComplete: true } found ? found.Preset : null;

    /// <summary>A preset of what the command line says about scorers; null when it has faults.</summary>
    public Preset? Resolve(IReadOnlyList<ManifestScorer> named)
    {
        var before = diagnostics.Count;
        var members = Members(named);
        diagnostics.AddRange(members.Diagnostics);

        return diagnostics.Count > before || members.Items.Count == 0 ? null : new() { Names = [], Members = members.Items, Thresholds = [] };
    }

    private ResolvedManifest? Manifest(Stated<string> name)
    {
        if (resolved.TryGetValue(name.Value, out var known))
        {
            return known;
        }

        if (path.Contains(name.Value))
        {
            var circle = string.Join(" → ", path.SkipWhile(p => p != name.Value).Append(name.Value));
            diagnostics.Add(name.Origin.Fault(PresetCodes.Cycle, $"The preset '{name.Value}' includes itself: {circle}; take one of these includes out."));

            return null;
        }

        if (path.Count > MaxDepth)
        {
            diagnostics.Add(name.Origin.Fault(PresetCodes.IncludeDepth, $"Presets include presets more than {MaxDepth} deep here, from '{path[0]}' on; include what is needed directly."));

            return null;
        }

        if (library.Find(name.Value) is not { } manifest)
        {
            if (!library.AllNames.Contains(name.Value))
            {
                diagnostics.Add(name.Origin.Fault(PresetCodes.UnknownPreset, $"There is no preset '{name.Value}' in '{library.Folder}'.{Suggestion.Sentence(name.Value, library.AllNames)}"));
            }

            return null;
        }

        path.Add(name.Value);
        var made = Resolve(manifest);
        path.RemoveAt(path.Count - 1);
        resolved.Add(name.Value, made);

        return made;
    }

    private ResolvedManifest Resolve(Manifest manifest)
    {
        var before = diagnostics.Count;
        var included = manifest.Include.Select(Manifest).ToList();
        var presets = included.OfType<ResolvedManifest>().Select(i => i.Preset).ToList();
        var isWhole = manifest.IsComplete && included.All(i => i is { IsComplete: true });
        var brought = presets.SelectMany(p => p.Members).ToList();
        var thresholds = presets.SelectMany(p => p.Thresholds).ToList();
        if (isWhole)
        {
            CheckChanges(manifest, brought, thresholds);
        }

        var dropped = manifest.Drop.Select(d => d.Value).ToHashSet(StringComparer.Ordinal);
        var resolution = new MemberResolution(scorers, filterFault, diagnostics);
        var kept = brought.Where(m => !dropped.Contains(m.Name))
            .Select(m => manifest.Override.Where(o => o.Name.Value == m.Name).Aggregate(m, (member, o) => resolution.Change(member, o.Changes)));
        var own = manifest.Scorers.Select(resolution.Resolve).ToList();
        var members = PresetUnion.Members(kept.Concat(own.OfType<ConfiguredScorer>()));
        var demands = PresetUnion.Thresholds(thresholds.Where(t => !dropped.Contains(t.Metric) && !dropped.Contains(t.Name)).Concat(manifest.Thresholds));
        var judges = PresetUnion.Judges(manifest.Judge is { } judge ? [judge] : presets.Select(p => p.Judge).OfType<Stated<string>>());

        // What is wrong is not what an include says but that it is included beside another.
        diagnostics.AddRange(members.Diagnostics.Concat(demands.Diagnostics).Concat(judges.Diagnostics).Select(d => Blame(manifest, included, d)));
        isWhole &= own.All(m => m is not null);
        if (isWhole && members.Items.Count == 0)
        {
            diagnostics.Add(manifest.Name.Origin.Fault(PresetCodes.Empty, $"The preset '{manifest.Name.Value}' has no scorer left; a preset must have one."));
        }

        if (isWhole)
        {
            diagnostics.AddRange(ThresholdNames.Doubtful(manifest.Thresholds, [.. members.Items.Select(m => m.Name)]));
        }

        return new(
            new()
            {
                Names = [manifest.Name.Value],
                Description = manifest.Description,
                Members = members.Items,
                Thresholds = demands.Items,
                Judge = judges.Items is [var model, ..] ? model : null,
            },
            isWhole && !diagnostics.Skip(before).Any(d => d.Severity == Severity.Error));
    }

    private static Diagnostic Blame(Manifest manifest, List<ResolvedManifest?> included, Diagnostic conflict)
    {
        var stated = new Origin(conflict.Path, conflict.Line, conflict.Column);
        var last = included.FindLastIndex(i => i is not null
            && i.Preset.Members.Select(m => m.Origin).Concat(i.Preset.Thresholds.Select(t => t.Origin)).Append(i.Preset.Judge?.Origin).Contains(stated));

        return last < 0 ? conflict : manifest.Include[last].Origin.Fault(conflict.Code, conflict.Message);
    }

    private void CheckChanges(Manifest manifest, List<ConfiguredScorer> brought, List<Threshold> thresholds)
    {
        var names = brought.Select(m => m.Name).Distinct(StringComparer.Ordinal).ToList();
        var own = manifest.Scorers.Select(s => s.As?.Value ?? s.Scorer.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var drop in manifest.Drop.Where(d => !names.Contains(d.Value) && !thresholds.Any(t => t.Metric == d.Value)))
        {
            diagnostics.Add(drop.Origin.Fault(PresetCodes.DropsNothing, $"'{drop.Value}' is dropped, but {Why(drop.Value, own, "leave it out of 'scorers'")}{Suggestion.Sentence(drop.Value, names.Concat(thresholds.Select(t => t.Metric)))}"));
        }

        foreach (var change in manifest.Override)
        {
            if (manifest.Drop.Any(d => d.Value == change.Name.Value))
            {
                diagnostics.Add(change.Name.Origin.Fault(PresetCodes.OverridesNothing, $"'{change.Name.Value}' is overridden and dropped; do one of the two."));
            }
            else if (!names.Contains(change.Name.Value))
            {
                diagnostics.Add(change.Name.Origin.Fault(PresetCodes.OverridesNothing, $"'{change.Name.Value}' is overridden, but {Why(change.Name.Value, own, "configure it in 'scorers'")}{Suggestion.Sentence(change.Name.Value, names)}"));
            }
        }
    }

    private static string Why(string name, HashSet<string> own, string instead) =>
        own.Contains(name) ? $"it is the preset's own; {instead}." : "no include brought it.";

    private UnionResult<ConfiguredScorer> Members(IEnumerable<ManifestScorer> named) =>
        PresetUnion.Members(named.Select(new MemberResolution(scorers, filterFault, diagnostics).Resolve).OfType<ConfiguredScorer>());
}
