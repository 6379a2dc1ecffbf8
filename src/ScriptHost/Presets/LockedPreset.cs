namespace ScriptHost.Presets;

/// <summary>A preset as a lock pins it: all that a run's results and verdicts depend on, as plain data.</summary>
internal sealed record LockedPreset
{
    /// <summary>The preset's name.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the allowlist, 64 lower-case hexadecimal digits.</summary>
    public required string Allowlist { get; init; }

    /// <summary>The model for judges; null when none is stated.</summary>
    public string? Judge { get; init; }

    /// <summary>The members, in order.</summary>
    public required IReadOnlyList<LockedMember> Members { get; init; }

    /// <summary>What is demanded of metrics, by metric, as <see cref="Threshold.Demand"/> has it.</summary>
    public required IReadOnlyDictionary<string, string> Thresholds { get; init; }

    /// <summary>The preset's hash, see <see cref="CanonicalForm"/>.</summary>
    public string Hash => CanonicalForm.Hash(Members, Thresholds, Judge);

    /// <summary>What a lock pins of a preset now.</summary>
    /// <param name="preset">The preset.</param>
    /// <param name="allowlist">SHA-256 of the allowlist that holds.</param>
    public static LockedPreset Of(Preset preset, string allowlist) => new()
    {
        Name = preset.Name,
        Allowlist = allowlist,
        Judge = preset.Judge?.Value,
        Members = [.. preset.Members.Select(LockedMember.Of)],
        Thresholds = new SortedList<string, string>(preset.Thresholds.ToDictionary(t => t.Metric, t => t.Demand), StringComparer.Ordinal),
    };
}
