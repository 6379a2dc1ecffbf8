using System.Runtime.InteropServices;

namespace ScriptHost.Runs;

/// <summary>What the run needs to know of a trace beside how its pairs ended: plain data.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TraceHead
{
    /// <summary>The trace's id.</summary>
    public required string Id { get; init; }

    /// <summary>Tells two documents apart; see <see cref="ContentHash"/>.</summary>
    public required ulong Content { get; init; }

    /// <summary>The trace's session; null when it has none, or is no part of it (a trace that a scorer made).</summary>
    public required string? SessionId { get; init; }

    /// <summary>When the request came, in ticks of UTC.</summary>
    public required long RequestTime { get; init; }

    /// <summary>Whether <c>--where</c> and <c>--trace-id</c> take it.</summary>
    public required bool IsSelected { get; init; }

    /// <summary>Where it stands.</summary>
    public required TracePlace Place { get; init; }

    /// <summary>The piece and line of it, to name it by.</summary>
    public required (int Piece, long Line) At { get; init; }

    /// <summary>Its document, when session scorers need it and its file cannot be read again; else empty.</summary>
    public ReadOnlyMemory<byte> Json { get; init; }
}
