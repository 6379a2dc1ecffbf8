namespace ScriptHost.Traces;

/// <summary>
/// Where the parts of a trace stand in its bytes, under MLflow's names for schema 3 and schema 2. Made once for many documents, of which it
/// holds the last.
/// </summary>
internal sealed class TraceIndex
{
    private const int OfMetadata = 9;
    private const int OfTags = OfMetadata + NamedMembers.Count;

    private readonly JsonRange[] ranges;
    private SpanIndex[] spans = new SpanIndex[8];
    private int count;

    /// <summary>An index that holds nothing yet.</summary>
    /// <param name="isWhole">
    /// Whether every byte is read. Otherwise spans behind the root, which is where most traces begin, are passed by their brackets, and read when somebody
    /// asks for them.
    /// </param>
    /// <param name="like">Another one of the same thread, with which it shares what documents were like; null shares with none.</param>
    public TraceIndex(bool isWhole = true, TraceIndex? like = null)
    {
        IsWhole = isWhole;
        Heads = like?.Heads ?? new();
        SpanShapes = like?.SpanShapes ?? new();
        ranges = new JsonRange[OfTags + NamedMembers.Count + 1];
        NamedMetadata = new(ranges, OfMetadata);
        NamedTags = new(ranges, OfTags);
    }

    /// <summary>Whether every byte is read.</summary>
    public bool IsWhole { get; }

    /// <summary>What documents were like up to their spans.</summary>
    public Skeletons Heads { get; }

    /// <summary>What spans were like.</summary>
    public Skeletons SpanShapes { get; }

    /// <summary>The objects and lists that were passed whole, of the document up to its spans, and then of the span that was read last.</summary>
    public List<JsonRange> Passed { get; } = [];

    /// <summary>All that is said below but for the spans, for who finds it at one look; the last one is of what is not asked for.</summary>
    public Span<JsonRange> Ranges => ranges;

    /// <summary>Behind which span there may be more that were not read; null when there are none.</summary>
    public JsonPlace? Unread { get; set; }

    /// <summary>Where the document's strings stand.</summary>
    public StructuralIndex Structure { get; } = new();

    /// <summary>For whoever finds the document among others.</summary>
    public StructuralIndex Window { get; } = new();

    /// <summary><c>trace_id</c>, or schema 2's <c>request_id</c>.</summary>
    public JsonRange Id
    {
        get => ranges[0];
        set => ranges[0] = value;
    }

    /// <summary><c>request_time</c>, or schema 2's <c>timestamp_ms</c>.</summary>
    public JsonRange RequestTime
    {
        get => ranges[1];
        set => ranges[1] = value;
    }

    /// <summary><c>execution_duration_ms</c>, or schema 2's <c>execution_time_ms</c>: milliseconds.</summary>
    public JsonRange DurationMs
    {
        get => ranges[2];
        set => ranges[2] = value;
    }

    /// <summary><c>execution_duration</c>: a text such as <c>0.088s</c>, or milliseconds in rows of search_traces.</summary>
    public JsonRange Duration
    {
        get => ranges[3];
        set => ranges[3] = value;
    }

    /// <summary><c>state</c>, or schema 2's <c>status</c>.</summary>
    public JsonRange State
    {
        get => ranges[4];
        set => ranges[4] = value;
    }

    /// <summary><c>trace_metadata</c>, or schema 2's <c>request_metadata</c>.</summary>
    public JsonRange Metadata
    {
        get => ranges[5];
        set => ranges[5] = value;
    }

    /// <summary><c>tags</c>.</summary>
    public JsonRange Tags
    {
        get => ranges[6];
        set => ranges[6] = value;
    }

    /// <summary><c>assessments</c>.</summary>
    public JsonRange Assessments
    {
        get => ranges[7];
        set => ranges[7] = value;
    }

    /// <summary>The <c>trace</c> column of a row of search_traces, which holds the whole trace.</summary>
    public JsonRange Row
    {
        get => ranges[8];
        set => ranges[8] = value;
    }

    /// <summary>Of the metadata, what every trace is asked for.</summary>
    public NamedMembers NamedMetadata { get; }

    /// <summary>Of the tags, what every trace is asked for.</summary>
    public NamedMembers NamedTags { get; }

    /// <summary>Whether there is a list of spans, be it empty.</summary>
    public bool HasSpans { get; private set; }

    /// <summary>The spans, in file order.</summary>
    public Span<SpanIndex> Spans => spans.AsSpan(0, count);

    /// <summary>Forgets the document.</summary>
    public void Clear()
    {
        Array.Clear(ranges);
        Passed.Clear();
        (HasSpans, Unread, count) = (false, null, 0);
    }

    /// <summary>Begins a list of spans, which takes the place of an earlier one.</summary>
    public void BeginSpans()
    {
        (HasSpans, Unread, count) = (true, null, 0);
        SpanShapes.Begin();
    }

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
