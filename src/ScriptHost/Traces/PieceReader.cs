using ScriptHost.Contract;

namespace ScriptHost.Traces;

/// <summary>Reads a piece's documents as traces, one after the other. A file that cannot be read (on) becomes a fault.</summary>
/// <param name="piece">What to read.</param>
/// <param name="index">Used for one trace after the other, so also by readers that come after this one.</param>
internal sealed class PieceReader(Piece piece, TraceIndex index) : IDisposable
{
    private DocumentReader? reader;
    private bool isEnd;

    /// <summary>How many lines of the file begin in the piece, as far as it was read.</summary>
    public long LinesPassed => reader?.LinesPassed ?? 0;

    /// <summary>The next document; null at the end. Its trace and bytes are valid until the next call.</summary>
    public TraceDocument? Next() => Move(out var fault) is { } at ? Parse(at) : fault;

    /// <summary>Passes the next document without reading it as a trace: there are its bytes, and mostly no fault; null at the end.</summary>
    public TraceDocument? Skip()
    {
        if (Move(out var fault) is not { } at)
        {
            return fault;
        }

        // As reading it as a trace would leave them.
        LoneSurrogates.Replace(at.Json.Span);

        return Failed(at.Fault, at.Json);
    }

    /// <inheritdoc/>
    public void Dispose() => reader?.Dispose();

    // Null at the end, and where the file cannot be read.
    private DocumentReader? Move(out TraceDocument? fault)
    {
        fault = null;
        if (isEnd)
        {
            return null;
        }

        try
        {
            reader ??= DocumentReader.Open(piece, index.Window);
            if (reader.Read())
            {
                return reader;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            fault = Failed(reader is null ? $"the file cannot be read: {e.Message.TrimEnd('.')}" : $"the file cannot be read on: {e.Message.TrimEnd('.')}");
        }

        isEnd = true;

        return null;
    }

    private TraceDocument Parse(DocumentReader at)
    {
        if (at.Fault is not null)
        {
            return Failed(at.Fault);
        }

        try
        {
            return new() { Path = piece.File.Path, Line = at.Line, Offset = at.Offset, Json = at.Json, Trace = MlflowTrace.Parse(at.Json, index) };
        }
        catch (TraceFormatException e)
        {
            return Failed(e.Message, at.Json) with { FaultOffset = at.Offset + e.Offset };
        }
    }

    private TraceDocument Failed(string? fault, ReadOnlyMemory<byte> json = default) => new()
    {
        Path = piece.File.Path,
        Line = reader?.Line ?? 0,
        Offset = reader?.Offset ?? piece.Offset,
        FaultOffset = reader?.Offset ?? piece.Offset,
        Json = json,
        Fault = fault,
    };
}
