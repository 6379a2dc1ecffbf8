namespace ScriptHost.Traces;

/// <summary>
/// Cuts the inputs into shards of about a megabyte. The cut depends on the files alone, never on how many workers there are, so that
/// results do not depend on it either.
/// </summary>
internal static class ShardPlan
{
    /// <summary>
    /// The most bytes that a shard has, but for the last line that begins in it and for a file that cannot be cut. Measured: what is said
    /// of a trace takes more memory than the trace until it is merged, so larger shards cost memory and time spent in collecting it.
    /// </summary>
    public const int MaxSize = 1 << 20;

    /// <summary>Smaller shards are not worth their bookkeeping.</summary>
    public const int MinSize = 64 << 10;

    private const int MaxFiles = 256;

    // Enough shards for several workers to share a small input.
    private const int Share = 32;

    /// <summary>The shards, in input order; made as they are asked for.</summary>
    public static IEnumerable<Shard> Of(IReadOnlyList<InputArgument> arguments)
    {
        var size = Math.Clamp(arguments.Sum(a => a.Files.Sum(f => f.Length ?? 0)) / Share, MinSize, MaxSize);
        var index = 0;
        var pieces = new List<Piece>();
        var bytes = 0L;
        foreach (var piece in Pieces(arguments, size))
        {
            var length = piece.Length ?? piece.File.Length ?? size;
            if (pieces.Count > 0 && (bytes + length > size || pieces.Count == MaxFiles))
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

    private static IEnumerable<Piece> Pieces(IReadOnlyList<InputArgument> arguments, long size)
    {
        var number = 0;
        for (var argument = 0; argument < arguments.Count; argument++)
        {
            foreach (var file in arguments[argument].Files)
            {
                foreach (var piece in Cut(new(argument, number, file, Offset: 0, Length: null), size))
                {
                    yield return piece;
                }

                number++;
            }
        }
    }

    private static IEnumerable<Piece> Cut(Piece whole, long size)
    {
        if (!whole.File.IsSeekable || whole.File.Length is not { } length || length < 2 * size || !IsCutAtLines(whole.File))
        {
            return [whole];
        }

        return Enumerable.Range(0, (int)((length + size - 1) / size)).Select(i => whole with { Offset = i * size, Length = Math.Min(size, length - (i * size)) });
    }

    // A file that cannot be opened stays whole: whoever reads it will say what is wrong.
    private static bool IsCutAtLines(InputFile file)
    {
        try
        {
            using var stream = FileBytes.Open(file.Path, 0);
            var head = new byte[1 << 16];

            return FileShape.Of(file, head.AsSpan(0, stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false))) is FileShape.Lines;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
