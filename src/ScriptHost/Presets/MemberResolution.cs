namespace ScriptHost.Presets;

/// <summary>Turns scorers that a manifest or the command line names into configured ones, with everything looked up.</summary>
/// <param name="scorers">The scorers that there are.</param>
/// <param name="filterFault">What is wrong with a filter, one sentence; null when nothing is.</param>
/// <param name="diagnostics">Told what is wrong.</param>
internal sealed class MemberResolution(KnownScorers scorers, Func<string, string?> filterFault, List<Diagnostic> diagnostics)
{
    /// <summary>The configured scorer; null when its scorer is unknown.</summary>
    public ConfiguredScorer? Resolve(ManifestScorer named)
    {
        var name = named.Scorer.Value;
        if (scorers.Find(name) is { } scorer)
        {
            return Change(
                new()
                {
                    Name = named.As?.Value ?? name,
                    Scorer = scorer,
                    Settings = [.. scorer.Parameters.Where(p => p.Subject is null).OrderBy(p => p.Name, StringComparer.Ordinal)
                        .Select(p => new ConfiguredSetting(p.Name, p.Default ?? "null", Origin: null))],
                    Origin = named.Scorer.Origin,
                },
                named.Changes);
        }

        if (!scorers.Names.Contains(name))
        {
            diagnostics.Add(named.Scorer.Origin.Fault(PresetCodes.UnknownScorer, $"There is no scorer '{name}'.{Suggestion.Sentence(name, scorers.Names)}"));
        }

        return null;
    }

    /// <summary>The scorer with changes; what is wrong with them is told, and left out.</summary>
    public ConfiguredScorer Change(ConfiguredScorer member, ManifestChanges changes)
    {
        if (changes.Where is { } where && filterFault(where.Value) is { } fault)
        {
            diagnostics.Add(where.Origin.Fault(PresetCodes.Where, $"'where' is no filter: {fault}"));
        }

        var given = changes.With.Select(s => Convert(member, s)).OfType<ConfiguredSetting>().ToDictionary(s => s.Name, StringComparer.Ordinal);

        return member with
        {
            Settings = [.. member.Settings.Select(s => given.GetValueOrDefault(s.Name, s))],
            Aggregations = changes.Aggregations ?? member.Aggregations,
            Sample = changes.Sample ?? member.Sample,
            Where = changes.Where ?? member.Where,
        };
    }

    private ConfiguredSetting? Convert(ConfiguredScorer member, ManifestSetting setting)
    {
        var known = member.Scorer.Parameters.Where(p => p.Subject is null).ToList();
        if (known.FirstOrDefault(p => p.Name == setting.Name) is not { } parameter)
        {
            var has = known.Count == 0 ? "it has none." : $"it has {string.Join(", ", known.Select(p => $"'{p.Name}'"))}.";
            diagnostics.Add(setting.Origin.Fault(PresetCodes.UnknownSetting, $"Scorer '{member.Scorer.Name}' has no setting '{setting.Name}'; {has}{Suggestion.Sentence(setting.Name, known.Select(p => p.Name))}"));

            return null;
        }

        try
        {
            return new(setting.Name, SettingConversion.Convert(setting.Value, parameter.Type, parameter.IsNullable, parameter.Choices), setting.Origin);
        }
        catch (SettingFormatException fault)
        {
            var origin = fault.Node.Line == 0 ? setting.Origin : setting.Origin with { Line = fault.Node.Line, Column = fault.Node.Column };
            diagnostics.Add(origin.Fault(PresetCodes.SettingValue, $"Scorer '{member.Scorer.Name}' takes the setting '{setting.Name}' as '{parameter.Type}': {fault.Message}."));

            return null;
        }
    }
}
