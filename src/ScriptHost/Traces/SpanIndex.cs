namespace ScriptHost.Traces;

/// <summary>Where the parts of a span stand in its trace's bytes, under MLflow's names for schema 3 and schema 2.</summary>
internal record struct SpanIndex
{
    /// <summary>The span itself.</summary>
    public JsonRange Span { get; set; }

    /// <summary><c>trace_id</c>, or that of schema 2's <c>context</c>.</summary>
    public JsonRange TraceId { get; set; }

    /// <summary><c>span_id</c>, or that of schema 2's <c>context</c>.</summary>
    public JsonRange Id { get; set; }

    /// <summary><c>parent_span_id</c>, or schema 2's <c>parent_id</c>.</summary>
    public JsonRange Parent { get; set; }

    /// <summary><c>name</c>.</summary>
    public JsonRange Name { get; set; }

    /// <summary><c>start_time_unix_nano</c>, or schema 2's <c>start_time</c>.</summary>
    public JsonRange Start { get; set; }

    /// <summary><c>end_time_unix_nano</c>, or schema 2's <c>end_time</c>.</summary>
    public JsonRange End { get; set; }

    /// <summary><c>status.code</c>, or schema 2's <c>status_code</c>.</summary>
    public JsonRange StatusCode { get; set; }

    /// <summary><c>status.message</c>, or schema 2's <c>status_message</c>.</summary>
    public JsonRange StatusMessage { get; set; }

    /// <summary><c>attributes</c>.</summary>
    public JsonRange Attributes { get; set; }

    /// <summary>Of the attributes, <c>mlflow.spanType</c>.</summary>
    public JsonRange Type { get; set; }

    /// <summary>Of the attributes, <c>mlflow.spanInputs</c>.</summary>
    public JsonRange Inputs { get; set; }

    /// <summary>Of the attributes, <c>mlflow.spanOutputs</c>.</summary>
    public JsonRange Outputs { get; set; }

    /// <summary><c>events</c>.</summary>
    public JsonRange Events { get; set; }

    /// <summary>Whether it has no parent.</summary>
    public bool IsRoot { get; set; }

    /// <summary>When it began and when it ended, where <see cref="SpanIndexing.Check"/> saw it at one look; 0 otherwise.</summary>
    public (long Start, long End) SeenTimes { get; set; }

    /// <summary>When it began, in nanoseconds since 1970; null when it does not say.</summary>
    /// <exception cref="TraceFormatException">It says so in another way.</exception>
    public readonly long? StartTime(ReadOnlyMemory<byte> json) => SeenTimes.Start > 0 ? SeenTimes.Start : Start.WholeNumber(json, "a span's start time");

    /// <summary>When it ended, in nanoseconds since 1970; null when it has not.</summary>
    /// <exception cref="TraceFormatException">It says so in another way.</exception>
    public readonly long? EndTime(ReadOnlyMemory<byte> json) =>
        SeenTimes.End > 0 ? SeenTimes.End : End.WholeNumber(json, "a span's end time") is { } end and not 0 ? end : null;
}
