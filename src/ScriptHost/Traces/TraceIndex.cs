namespace ScriptHost.Traces;

/// <summary>Where the parts of a trace stand in its bytes, under MLflow's names for schema 3 and schema 2.</summary>
internal sealed class TraceIndex
{
    /// <summary><c>trace_id</c>, or schema 2's <c>request_id</c>.</summary>
    public JsonRange Id { get; set; }

    /// <summary><c>request_time</c>, or schema 2's <c>timestamp_ms</c>.</summary>
    public JsonRange RequestTime { get; set; }

    /// <summary><c>execution_duration_ms</c>, or schema 2's <c>execution_time_ms</c>: milliseconds.</summary>
    public JsonRange DurationMs { get; set; }

    /// <summary><c>execution_duration</c>: a text such as <c>0.088s</c>, or milliseconds in rows of search_traces.</summary>
    public JsonRange Duration { get; set; }

    /// <summary><c>state</c>, or schema 2's <c>status</c>.</summary>
    public JsonRange State { get; set; }

    /// <summary><c>trace_metadata</c>, or schema 2's <c>request_metadata</c>.</summary>
    public JsonRange Metadata { get; set; }

    /// <summary><c>tags</c>.</summary>
    public JsonRange Tags { get; set; }

    /// <summary><c>assessments</c>.</summary>
    public JsonRange Assessments { get; set; }

    /// <summary>The <c>trace</c> column of a row of search_traces, which holds the whole trace.</summary>
    public JsonRange Row { get; set; }

    /// <summary>Whether there is a list of spans, be it empty.</summary>
    public bool HasSpans { get; set; }

    /// <summary>The spans, in file order.</summary>
    public List<SpanIndex> Spans { get; } = [];
}
