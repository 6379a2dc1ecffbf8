namespace ScriptHost.Sandbox;

/// <summary>Where the two checks differ, on purpose: lists in the repository, each entry with its reason after a '#'.</summary>
internal static class Exceptions
{
    /// <summary>The entries of a list, without their reasons.</summary>
    /// <param name="name">The file beside this one.</param>
    public static IReadOnlyList<string> Read(string name)
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "tests", "ScriptHost.Tests", "Sandbox", name))
            .Where(l => l.Length > 0 && !l.StartsWith('#')).ToList();
        lines.ShouldAllBe(l => l.Contains(" # "));

        return [.. lines.Select(l => l.Split(" # ", 2)[0].Trim())];
    }

    /// <summary>What differs without standing in a list, and what stands there without need.</summary>
    /// <param name="name">The file beside this one; an entry may be <c>Type.*</c>.</param>
    /// <param name="found">The members that differ.</param>
    public static IEnumerable<string> Differences(string name, IEnumerable<string> found)
    {
        var entries = Read(name);
        var members = found.Distinct().ToList();

        return members.Where(m => !entries.Any(e => Covers(e, m))).Select(m => $"not listed: {m}")
            .Concat(entries.Where(e => !members.Any(m => Covers(e, m))).Select(e => $"no longer needed: {e}"));
    }

    // A constructor is called '.ctor', and a signature has dots too.
    private static bool Covers(string entry, string member) =>
        entry == member || (entry.EndsWith(".*", StringComparison.Ordinal) && entry[..^2] == Owner(member.Split('(')[0]));

    private static string Owner(string member) => member.EndsWith("..ctor", StringComparison.Ordinal) ? member[..^6] : member[..member.LastIndexOf('.')];
}
