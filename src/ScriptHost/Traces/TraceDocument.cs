namespace ScriptHost.Traces;

/// <summary>One JSON document of an input file: a trace, or what should have been one.</summary>
internal sealed record TraceDocument
{
    /// <summary>The file, as found; <c>-</c> for standard input.</summary>
    public required string Path { get; init; }

    /// <summary>Where it begins, 1-based, counted from where the piece begins that it was read from; 0 when nothing could be read.</summary>
    public required long Line { get; init; }

    /// <summary>Where it begins, in bytes from the start of the (unpacked) file.</summary>
    public required long Offset { get; init; }

    /// <summary>The JSON text as it stands in the file, but for lone surrogates, which are replaced; empty when nothing could be read.</summary>
    public ReadOnlyMemory<byte> Json { get; init; }

    /// <summary>The trace; null when the document is malformed.</summary>
    public MlflowTrace? Trace { get; init; }

    /// <summary>What is wrong and what was expected, without a full stop; null when the trace is well-formed.</summary>
    public string? Fault { get; init; }

    /// <summary>Where it is wrong, in bytes from the start of the (unpacked) file.</summary>
    public long FaultOffset { get; init; }
}
