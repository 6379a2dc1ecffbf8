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
}
