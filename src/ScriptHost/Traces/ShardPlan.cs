namespace ScriptHost.Traces;

/// <summary>
/// Cuts the inputs into shards of a few megabytes. The cut depends on the files alone, never on how many workers there are, so that
/// results do not depend on it either.
/// </summary>
internal static class ShardPlan
{
    /// <summary>About how many bytes a shard has.</summary>
    public const int Size = 4 << 20;

    private const int MaxFiles = 256;

    /// <summary>The shards, in input order; made as they are asked for.</summary>
    public static IEnumerable<Shard> Of(IReadOnlyList<InputArgument> arguments)
    {
        var index = 0;
        var pieces = new List<Piece>();
        var bytes = 0L;
        foreach (var piece in arguments.SelectMany((a, i) => a.Files.SelectMany(f => Cut(i, f))))
        {
            var length = piece.Length ?? piece.File.Length ?? Size;
            if (pieces.Count > 0 && (bytes + length > Size || pieces.Count == MaxFiles))
            {
                yield return new(index++, [.. pieces]);
                pieces.Clear();
                bytes = 0;
            }

            pieces.Add(piece);
            bytes += length;
        }

        if (pieces.Count > 0)
        {
            yield return new(index, [.. pieces]);
        }
    }

    private static IEnumerable<Piece> Cut(int argument, InputFile file)
    {
        if (!file.IsSeekable || file.Length is not { } length || length < 2 * Size || !IsCutAtLines(file))
        {
            yield return new(argument, file, 0, null);
            yield break;
        }

        for (var at = 0L; at < length; at += Size)
        {
            yield return new(argument, file, at, Math.Min(Size, length - at));
        }
    }

    // A file that cannot be opened stays whole: whoever reads it will say what is wrong.
    private static bool IsCutAtLines(InputFile file)
    {
        try
        {
            using var stream = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1);
            var head = new byte[1 << 16];

            return FileShape.Of(file, head.AsSpan(0, stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false))) is FileShape.Lines;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
