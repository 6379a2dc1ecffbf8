namespace ScriptHost.Contract;

/// <summary>
/// What a reader behind a <see cref="Trace"/> must offer. One content serves the views of all scorers, so all that it hands out is
/// immutable. Used by one thread at a time.
/// </summary>
internal abstract class TraceContent
{
    public abstract string Id { get; }

    public abstract TraceState State { get; }

    public abstract DateTimeOffset RequestTime { get; }

    /// <summary>Null when the trace neither states it nor has a root span that ended.</summary>
    public abstract TimeSpan? Duration { get; }

    public abstract string? SessionId { get; }

    public abstract string? UserId { get; }

    public abstract IReadOnlyDictionary<string, string> Tags { get; }

    /// <summary>Whether there is a tag of this name; may be told without reading all tags.</summary>
    public virtual bool HasTag(string name) => Tags.ContainsKey(name);

    public abstract IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>By name; a later one of the same name wins.</summary>
    public abstract IReadOnlyDictionary<string, JsonText> Expectations { get; }

    public abstract IReadOnlyList<AssessmentContent> Assessments { get; }

    public abstract TokenUsage? TokenUsage { get; }

    /// <summary>In file order.</summary>
    public abstract IReadOnlyList<SpanContent> Spans { get; }

    /// <summary>The first span in file order without a parent, in <see cref="Spans"/>; -1 when there is none.</summary>
    public abstract int Root { get; }

    /// <summary>The span at <see cref="Root"/>; null when there is none. May be told without reading all spans.</summary>
    public virtual SpanContent? RootSpan => Root < 0 ? null : Spans[Root];

    /// <summary>The root span's inputs; absent without a root.</summary>
    public abstract JsonText Inputs { get; }

    /// <summary>The root span's outputs; absent without a root.</summary>
    public abstract JsonText Outputs { get; }

    /// <summary>Whether the root span has inputs that are no JSON null; may be told without decoding them.</summary>
    public virtual bool HasInputs => !Inputs.IsNothing;

    /// <summary>Whether the root span has outputs that are no JSON null; may be told without decoding them.</summary>
    public virtual bool HasOutputs => !Outputs.IsNothing;

    /// <summary>The text of <see cref="Inputs"/> (<see cref="JsonText.ToText"/>); may be made once for all scorers.</summary>
    public virtual string? InputsText => Inputs.ToText();

    /// <summary>The text of <see cref="Outputs"/> (<see cref="JsonText.ToText"/>); may be made once for all scorers.</summary>
    public virtual string? OutputsText => Outputs.ToText();

    /// <summary>Which spans are steps of which.</summary>
    public SpanTree Tree => field ??= new(Spans);

    /// <summary>See <see cref="Trace.ToolCalls"/>.</summary>
    public ToolCallContent[] ToolCalls => field ??= ToolCallReading.Of(this);

    /// <summary>See <see cref="Trace.RetrievedDocuments"/>.</summary>
    public DocumentContent[] Documents => field ??= DocumentReading.Of(this);

    /// <summary>See <see cref="Trace.Messages"/>.</summary>
    public IReadOnlyList<Message> Messages => field ??= MessageReading.Of(this);
}
