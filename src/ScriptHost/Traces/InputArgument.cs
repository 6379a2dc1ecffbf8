namespace ScriptHost.Traces;

/// <summary>What one TRACES argument stands for.</summary>
/// <param name="Argument">As the user wrote it.</param>
/// <param name="Files">Its files in ordinal order of their paths, without those that an earlier argument named.</param>
internal sealed record InputArgument(string Argument, IReadOnlyList<InputFile> Files)
{
    /// <summary>The bytes of its files on disk; null when one of them is standard input.</summary>
    public long? Bytes => Files.All(f => f.Length is not null) ? Files.Sum(f => f.Length ?? 0) : null;
}
