namespace ScriptHost.Contract;

/// <summary>What a reader behind a <see cref="Span"/> must offer; see <see cref="TraceContent"/>.</summary>
internal abstract class SpanContent
{
    public abstract string Id { get; }

    public abstract string? ParentId { get; }

    public abstract string Name { get; }

    /// <summary>Null when the span has no such attribute.</summary>
    public abstract string? Type { get; }

    public abstract SpanStatus Status { get; }

    public abstract string? StatusMessage { get; }

    public abstract JsonText Inputs { get; }

    public abstract JsonText Outputs { get; }

    public abstract IReadOnlyDictionary<string, JsonText> Attributes { get; }

    public abstract IReadOnlyList<EventContent> Events { get; }

    public abstract long StartTimeUnixNano { get; }

    /// <summary>Null when the span has not ended.</summary>
    public abstract long? EndTimeUnixNano { get; }
}
