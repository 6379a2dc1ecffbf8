using ScriptHost.Contract;

namespace ScriptHost.Traces;

/// <summary>A trace of MLflow's schema 3 or 2, decoded as far as it is asked for.</summary>
internal sealed class MlflowTrace : TraceContent
{
    private const string UserName = "mlflow.trace.user";

    private readonly ReadOnlyMemory<byte> json;
    private readonly TraceIndex index;
    private MlflowSpans spans;
    private (bool IsRead, string? Id) session;
    private (string? Inputs, string? Outputs) texts;
    private IReadOnlyDictionary<string, string>? tags;
    private IReadOnlyDictionary<string, string>? metadata;
    private IReadOnlyDictionary<string, JsonText>? expectations;
    private IReadOnlyList<AssessmentContent>? assessments;

    private MlflowTrace(ReadOnlyMemory<byte> json, TraceIndex index)
    {
        this.json = json;
        this.index = index;
        spans = new(json, index);
        Id = ReadId();
        RequestTime = ReadRequestTime();
    }

    /// <inheritdoc/>
    public override string Id { get; }

    /// <inheritdoc/>
    public override DateTimeOffset RequestTime { get; }

    /// <inheritdoc/>
    public override int Root => spans.Root;

    /// <inheritdoc/>
    public override TraceState State => index.State.IsAbsent ? StateOfRoot : index.State.Text(json) switch
    {
        "OK" or "TraceState.OK" => TraceState.Ok,
        "ERROR" or "TraceState.ERROR" => TraceState.Error,
        "IN_PROGRESS" or "TraceState.IN_PROGRESS" => TraceState.InProgress,
        _ => TraceState.Unspecified,
    };

    /// <inheritdoc/>
    public override TimeSpan? Duration => StatedDuration.Read((index.DurationMs.In(json).IsNothing ? index.Duration : index.DurationMs).Text(json))
        ?? (Root >= 0 && SpanAt(Root) is { EndTimeUnixNano: { } end } root ? UnixNano.ToSpan(end - root.StartTimeUnixNano) : null);

    /// <inheritdoc/>
    public override string? SessionId => (session.IsRead ? session : session = (true, ReadSession())).Id;

    /// <inheritdoc/>
    public override string? UserId => NameText.Decode(Metadata.GetValueOrDefault(UserName) ?? (IsSchema2 ? Tags.GetValueOrDefault(UserName) : null));

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Tags => tags ??= MemberTexts.Read(json, index.Tags);

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Metadata => metadata ??= MemberTexts.Read(json, index.Metadata);

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, JsonText> Expectations => expectations ??= AssessmentReading.Expectations(Assessments);

    /// <inheritdoc/>
    public override IReadOnlyList<AssessmentContent> Assessments => assessments ??= AssessmentReading.Of(index.Assessments.In(json));

    /// <inheritdoc/>
    public override TokenUsage? TokenUsage => Metadata.TryGetValue("mlflow.trace.tokenUsage", out var text) ? TokenUsageText.Read(text) : null;

    /// <inheritdoc/>
    public override IReadOnlyList<SpanContent> Spans => spans.All(json, index);

    /// <inheritdoc cref="MlflowSpans.LateFault"/>
    public TraceFormatException? LateFault => spans.LateFault;

    /// <inheritdoc/>
    public override SpanContent? RootSpan => Root < 0 ? null : SpanAt(Root);

    /// <inheritdoc/>
    public override JsonText Inputs => Root < 0 ? default : SpanAt(Root).Inputs;

    /// <inheritdoc/>
    public override JsonText Outputs => Root < 0 ? default : SpanAt(Root).Outputs;

    /// <inheritdoc/>
    public override bool HasInputs => Root >= 0 && !AttributeText.IsNothing(index.Spans[Root].Inputs.In(json));

    /// <inheritdoc/>
    public override bool HasOutputs => Root >= 0 && !AttributeText.IsNothing(index.Spans[Root].Outputs.In(json));

    /// <inheritdoc/>
    public override string? InputsText => texts.Inputs ??= Root < 0 ? null : AttributeText.Text(index.Spans[Root].Inputs.In(json));

    /// <inheritdoc/>
    public override string? OutputsText => texts.Outputs ??= Root < 0 ? null : AttributeText.Text(index.Spans[Root].Outputs.In(json));

    // By the name of its id, as MLflow tells them apart. Only there, tags say what metadata says later.
    private bool IsSchema2 => !index.Id.IsAbsent && json.Span[..index.Id.Start].TrimEnd(": \t\r\n"u8).EndsWith("\"request_id\""u8);

    // The artifact form has no state: its root's is the trace's, as MLflow has it for ingested spans.
    private TraceState StateOfRoot => Root < 0 ? TraceState.Unspecified
        : SpanAt(Root) switch
        {
            { EndTimeUnixNano: null } => TraceState.InProgress,
            { Status: SpanStatus.Error } => TraceState.Error,
            _ => TraceState.Ok,
        };

    /// <summary>Reads a trace; it keeps the bytes and changes nothing but lone surrogates in them.</summary>
    /// <param name="json">One JSON document.</param>
    /// <param name="index">Its index, to be filled; the trace is good until the next one is read into it. Null makes one.</param>
    /// <exception cref="TraceFormatException">The document is no trace.</exception>
    public static MlflowTrace Parse(Memory<byte> json, TraceIndex? index = null)
    {
        index ??= new();
        index.Structure.Read(json.Span);
        if (!index.Structure.IsUtf8)
        {
            JsonFault.CheckUtf8(json.Span);
        }

        if (index.Structure.HasSurrogates)
        {
            LoneSurrogates.Replace(json.Span);
        }

        TraceIndexing.Read(json.Span, index);
        if (!index.Row.In(json).IsNothing)
        {
            return ParseRow(index.Row.In(json), index);
        }

        return index.HasSpans || !index.Id.IsAbsent
            ? new(json, index)
            : throw new TraceFormatException(0, "expected the keys 'info' and 'data' of a trace, or 'spans'; found none of them");
    }

    /// <inheritdoc/>
    public override bool HasTag(string name) =>
        name == NamedMembers.SourceScorerName ? !index.NamedTags.SourceScorer.IsAbsent : Tags.ContainsKey(name);

    private static MlflowTrace ParseRow(JsonText column, TraceIndex index)
    {
        try
        {
            var trace = Parse(TraceColumn.Document(column), index);
            trace.spans.AreInColumn = true;

            return trace;
        }
        catch (TraceFormatException e)
        {
            throw TraceColumn.Fault(e);
        }
    }

    private string ReadId()
    {
        var id = index.Id.Text(json);
        if (id is null && spans.Count > 0)
        {
            // The artifact form: the id is each span's attribute, else the OpenTelemetry id with MLflow's prefix.
            id = SpanAt(0).Attribute("mlflow.traceRequestId").ToText()
                ?? (index.Spans[0].TraceId.Text(json) is { Length: > 0 } bare ? "tr-" + SpanId.Normalize(bare) : null);
        }

        return id is { Length: > 0 } ? id : throw new TraceFormatException(0, "the trace has no 'trace_id'");
    }

    private DateTimeOffset ReadRequestTime() => RequestTimeText.Read(json, index.RequestTime)
        ?? (spans.Count > 0
            ? UnixNano.ToTime(Spans.Min(s => s.StartTimeUnixNano))
            : throw new TraceFormatException(0, "the trace has neither 'request_time' nor spans"));

    private MlflowSpan SpanAt(int at) => spans.At(at, json, index);

    // What the metadata says comes first, even when it says nothing.
    private string? ReadSession()
    {
        var range = index.NamedMetadata.Session;
        if (range.IsAbsent && !index.NamedTags.Session.IsAbsent && IsSchema2)
        {
            range = index.NamedTags.Session;
        }

        var raw = json.Span.Slice(range.Start, range.Length);

        return RecentTexts.Sessions.TryFind(raw, out var id) ? id : RecentTexts.Sessions.Keep(raw, NameText.Decode(range.Text(json)));
    }
}
