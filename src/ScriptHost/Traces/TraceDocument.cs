using ScriptHost.Contract;

namespace ScriptHost.Traces;

/// <summary>One JSON document of an input file: a trace, or what should have been one.</summary>
internal sealed record TraceDocument
{
    /// <summary>The file, as found; <c>-</c> for standard input.</summary>
    public required string Path { get; init; }

    /// <summary>Where it begins, 1-based.</summary>
    public required long Line { get; init; }

    /// <summary>Where it begins, in bytes from the start of the (unpacked) file.</summary>
    public required long Offset { get; init; }

    /// <summary>Its bytes: the JSON text as it stands in the file.</summary>
    public required ReadOnlyMemory<byte> Json { get; init; }

    /// <summary>The trace; null when the document is malformed.</summary>
    public required TraceContent? Trace { get; init; }

    /// <summary>What is wrong, as one line with path, line and byte offset; null when the trace is well-formed.</summary>
    public required string? Fault { get; init; }
}
