namespace ScriptHost.Traces;

/// <summary>
/// Where the parts of a trace stand in its bytes, under MLflow's names for schema 3 and schema 2. Made once for many documents, of which it
/// holds the last.
/// </summary>
/// <param name="isWhole">
/// Whether every byte is read. Otherwise spans behind the root, which is where most traces begin, are passed by their brackets, and read when somebody
/// asks for them.
/// </param>
internal sealed class TraceIndex(bool isWhole = true)
{
    private SpanIndex[] spans = new SpanIndex[8];
    private int count;

    /// <summary>Whether every byte is read.</summary>
    public bool IsWhole => isWhole;

    /// <summary>Behind which span there may be more that were not read; null when there are none.</summary>
    public JsonPlace? Unread { get; set; }

    /// <summary>Where the document's strings stand.</summary>
    public StructuralIndex Structure { get; } = new();

    /// <summary>For whoever finds the document among others.</summary>
    public StructuralIndex Window { get; } = new();

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

    /// <summary>Of the metadata, what every trace is asked for.</summary>
    public NamedMembers NamedMetadata { get; } = new();

    /// <summary>Of the tags, what every trace is asked for.</summary>
    public NamedMembers NamedTags { get; } = new();

    /// <summary>Whether there is a list of spans, be it empty.</summary>
    public bool HasSpans { get; private set; }

    /// <summary>The spans, in file order.</summary>
    public Span<SpanIndex> Spans => spans.AsSpan(0, count);

    /// <summary>Forgets the document.</summary>
    public void Clear()
    {
        (Id, RequestTime, DurationMs, Duration, State) = (default, default, default, default, default);
        (Metadata, Tags, Assessments, Row) = (default, default, default, default);
        NamedMetadata.Clear();
        NamedTags.Clear();
        (HasSpans, Unread, count) = (false, null, 0);
    }

    /// <summary>Begins a list of spans, which takes the place of an earlier one.</summary>
    public void BeginSpans() => (HasSpans, Unread, count) = (true, null, 0);

    /// <summary>Adds a span, to be filled.</summary>
    public ref SpanIndex AddSpan()
    {
        if (count == spans.Length)
        {
            Array.Resize(ref spans, 2 * count);
        }

        ref var span = ref spans[count++];
        span = default;

        return ref span;
    }
}
