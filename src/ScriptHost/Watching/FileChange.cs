namespace ScriptHost.Watching;

/// <summary>A file that is not what it was.</summary>
/// <param name="Path">The file, as found below what the user named.</param>
/// <param name="Kind">What happened.</param>
/// <param name="IsTraces">Whether traces are in it.</param>
internal sealed record FileChange(string Path, FileChangeKind Kind, bool IsTraces)
{
    /// <summary>What happened, for people.</summary>
    public override string ToString() => Kind switch
    {
        FileChangeKind.New => $"{Path} is new",
        FileChangeKind.Gone => $"{Path} is gone",
        _ => $"{Path} changed",
    };
}
