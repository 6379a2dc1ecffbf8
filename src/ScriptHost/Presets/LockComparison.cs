namespace ScriptHost.Presets;

/// <summary>Says in what a preset differs from its lock.</summary>
internal static class LockComparison
{
    // As git shows hashes; two that differ are shown to differ.
    private const int HashDigits = 12;

    /// <summary>All differences: the whole's, then the members' in order of the lock, then those of thresholds; empty when there are none.</summary>
    public static IReadOnlyList<Drift> Compare(LockedPreset before, LockedPreset after)
    {
        var drifts = new List<Drift>();
        Add(drifts, "preset", "name", before.Name, after.Name);
        Add(drifts, "allowlist", "hash", Short(before.Allowlist, after.Allowlist), Short(after.Allowlist, before.Allowlist));
        Add(drifts, "judge", "model", before.Judge, after.Judge);
        var now = after.Members.ToDictionary(m => m.Name, StringComparer.Ordinal);
        var then = before.Members.ToDictionary(m => m.Name, StringComparer.Ordinal);
        foreach (var member in before.Members)
        {
            if (now.TryGetValue(member.Name, out var other))
            {
                Compare(drifts, member, other);
            }
            else
            {
                drifts.Add(new(member.Name, "member", Shown(member), After: null));
            }
        }

        drifts.AddRange(after.Members.Where(m => !then.ContainsKey(m.Name)).Select(m => new Drift(m.Name, "member", Before: null, Shown(m))));
        drifts.AddRange(Moved([.. before.Members.Select(m => m.Name).Where(now.ContainsKey)], [.. after.Members.Select(m => m.Name).Where(then.ContainsKey)]));
        foreach (var metric in before.Thresholds.Keys.Union(after.Thresholds.Keys))
        {
            Add(drifts, metric, "threshold", before.Thresholds.GetValueOrDefault(metric), after.Thresholds.GetValueOrDefault(metric));
        }

        return drifts;
    }

    private static void Compare(List<Drift> drifts, LockedMember before, LockedMember after)
    {
        Add(drifts, before.Name, "scorer", before.Scorer, after.Scorer);
        Add(drifts, before.Name, "script", Short(before.Script, after.Script), Short(after.Script, before.Script));
        foreach (var setting in before.Settings.Keys.Union(after.Settings.Keys))
        {
            Add(drifts, before.Name, $"setting '{setting}'", before.Settings.GetValueOrDefault(setting), after.Settings.GetValueOrDefault(setting));
        }

        Add(drifts, before.Name, "aggregations", YamlText.Of(before.Aggregations), YamlText.Of(after.Aggregations));
        Add(drifts, before.Name, "sample", before.Sample is { } was ? YamlText.Of(was) : null, after.Sample is { } now ? YamlText.Of(now) : null);
        Add(drifts, before.Name, "where", before.Where, after.Where);
    }

    // What is not in the longest order that both lists share has moved.
    private static IEnumerable<Drift> Moved(List<string> before, List<string> after)
    {
        var longest = new int[before.Count + 1, after.Count + 1];
        for (var i = before.Count - 1; i >= 0; i--)
        {
            for (var j = after.Count - 1; j >= 0; j--)
            {
                longest[i, j] = before[i] == after[j] ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
            }
        }

        for (int i = 0, j = 0; i < before.Count; i++)
        {
            // The next in the lock is passed over when more of the rest agrees without it.
            while (j < after.Count && before[i] != after[j] && longest[i, j + 1] > longest[i + 1, j])
            {
                j++;
            }

            if (j < after.Count && before[i] == after[j])
            {
                j++;
            }
            else
            {
                yield return new(before[i], "place", $"{i + 1}", $"{after.IndexOf(before[i]) + 1}");
            }
        }
    }

    private static string Shown(LockedMember member)
    {
        var settings = string.Join(", ", member.Settings.Select(s => $"{s.Key}: {s.Value}"));

        return $"{member.Scorer}{(settings.Length == 0 ? "" : $" {{{settings}}}")}, script {member.Script[..HashDigits]}";
    }

    private static string Short(string hash, string other) => hash[..HashDigits] == other[..HashDigits] ? hash : hash[..HashDigits];

    private static void Add(List<Drift> drifts, string subject, string what, string? before, string? after)
    {
        if (before != after)
        {
            drifts.Add(new(subject, what, before, after));
        }
    }
}
