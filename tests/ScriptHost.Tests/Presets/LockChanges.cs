namespace ScriptHost.Presets;

/// <summary>All changes of a single field of a lock.</summary>
internal static class LockChanges
{
    public static IEnumerable<LockedPreset> Of(LockedPreset locked)
    {
        yield return locked with { Name = locked.Name + "x" };
        yield return locked with { Allowlist = Other(locked.Allowlist) };
        yield return locked with { Judge = locked.Judge + "x" };
        if (locked.Judge is not null)
        {
            yield return locked with { Judge = null };
        }

        for (var i = 0; i < locked.Members.Count; i++)
        {
            foreach (var member in Of(locked.Members[i]))
            {
                yield return locked with { Members = [.. locked.Members.Take(i), member, .. locked.Members.Skip(i + 1)] };
            }

            yield return locked with { Members = [.. locked.Members.Take(i), .. locked.Members.Skip(i + 1)] };
            yield return locked with { Members = [.. locked.Members.Take(i), locked.Members[i] with { Name = "new" }, .. locked.Members.Skip(i)] };
            if (i > 0)
            {
                yield return locked with { Members = [locked.Members[i], .. locked.Members.Take(i), .. locked.Members.Skip(i + 1)] };
            }
        }

        foreach (var metric in locked.Thresholds.Keys)
        {
            yield return locked with { Thresholds = With(locked.Thresholds, metric, "\">= 77\"") };
            yield return locked with { Thresholds = new SortedDictionary<string, string>(locked.Thresholds.Where(t => t.Key != metric).ToDictionary(), StringComparer.Ordinal) };
        }

        yield return locked with { Thresholds = With(locked.Thresholds, "new/mean", "\">= 77\"") };
    }

    private static IEnumerable<LockedMember> Of(LockedMember member)
    {
        yield return member with { Name = member.Name + "x" };
        yield return member with { Scorer = member.Scorer + "x" };
        yield return member with { Script = Other(member.Script) };
        yield return member with { Script = member.Script[..^1] + "f" };
        yield return member with { Aggregations = [.. member.Aggregations, "p99"] };
        yield return member with { Aggregations = [] };
        yield return member with { Sample = 0.123 };
        yield return member with { Where = member.Where + "x" };
        foreach (var setting in member.Settings.Keys)
        {
            yield return member with { Settings = With(member.Settings, setting, "\"other\"") };
            yield return member with { Settings = new SortedDictionary<string, string>(member.Settings.Where(s => s.Key != setting).ToDictionary(), StringComparer.Ordinal) };
        }

        yield return member with { Settings = With(member.Settings, "new", "null") };
    }

    private static SortedDictionary<string, T> With<T>(IReadOnlyDictionary<string, T> items, string key, T value) =>
        new(items.ToDictionary(), StringComparer.Ordinal) { [key] = value };

    private static string Other(string hash) => (hash[0] == 'f' ? 'e' : 'f') + hash[1..];
}
