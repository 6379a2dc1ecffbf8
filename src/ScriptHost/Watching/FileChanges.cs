namespace ScriptHost.Watching;

/// <summary>What happened since files were looked at before.</summary>
/// <param name="Noticed">When the first of it was noticed, a timestamp of <see cref="System.Diagnostics.Stopwatch"/>.</param>
/// <param name="Files">The files, in ordinal order of their paths; at least one.</param>
internal sealed record FileChanges(long Noticed, IReadOnlyList<FileChange> Files)
{
    private const int Told = 3;

    /// <summary>Whether traces changed, beside what judges them.</summary>
    public bool TouchTraces => Files.Any(f => f.IsTraces);

    /// <summary>Whether nothing but traces changed.</summary>
    public bool AreTraces => Files.All(f => f.IsTraces);

    /// <summary>These together with earlier ones that nothing came of.</summary>
    public FileChanges After(FileChanges earlier) =>
        new(Noticed, [.. earlier.Files.ExceptBy(Files.Select(f => f.Path), f => f.Path).Concat(Files).OrderBy(f => f.Path, StringComparer.Ordinal)]);

    /// <summary>What happened, for people.</summary>
    public override string ToString() => Files.Count <= Told
        ? string.Join(", ", Files)
        : $"{Files[0]}, and {Files.Count - 1} more files";
}
