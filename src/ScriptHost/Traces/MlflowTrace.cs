using System.Collections.ObjectModel;
using System.Globalization;
using System.Text.Json;
using ScriptHost.Contract;

namespace ScriptHost.Traces;

/// <summary>A trace of MLflow's schema 3 or 2, decoded as far as it is asked for.</summary>
internal sealed class MlflowTrace : TraceContent
{
    private const string UserName = "mlflow.trace.user";

    private readonly ReadOnlyMemory<byte> json;
    private readonly TraceIndex index;
    private MlflowSpan?[] spans;
    private (bool IsRead, string? Id) session;
    private (string? Inputs, string? Outputs) texts;
    private bool isColumn;
    private IReadOnlyList<MlflowSpan>? all;
    private IReadOnlyDictionary<string, string>? tags;
    private IReadOnlyDictionary<string, string>? metadata;
    private IReadOnlyDictionary<string, JsonText>? expectations;
    private IReadOnlyList<AssessmentContent>? assessments;

    private MlflowTrace(ReadOnlyMemory<byte> json, TraceIndex index)
    {
        this.json = json;
        this.index = index;
        CheckSpans(from: 0);
        Root = FirstRoot(index.Spans);
        spans = index.Spans.IsEmpty ? [] : new MlflowSpan?[index.Spans.Length];
        Id = ReadId();
        RequestTime = ReadRequestTime();
    }

    /// <inheritdoc/>
    public override string Id { get; }

    /// <inheritdoc/>
    public override DateTimeOffset RequestTime { get; }

    /// <inheritdoc/>
    public override int Root { get; }

    /// <inheritdoc/>
    public override TraceState State => index.State.IsAbsent ? StateOfRoot : index.State.Text(json) switch
    {
        "OK" or "TraceState.OK" => TraceState.Ok,
        "ERROR" or "TraceState.ERROR" => TraceState.Error,
        "IN_PROGRESS" or "TraceState.IN_PROGRESS" => TraceState.InProgress,
        _ => TraceState.Unspecified,
    };

    /// <inheritdoc/>
    public override TimeSpan? Duration => StatedDuration
        ?? (Root >= 0 && SpanAt(Root) is { EndTimeUnixNano: { } end } root ? UnixNano.ToSpan(end - root.StartTimeUnixNano) : null);

    /// <inheritdoc/>
    public override string? SessionId => (session.IsRead ? session : session = (true, Named(index.NamedMetadata.Session, index.NamedTags.Session))).Id;

    /// <inheritdoc/>
    public override string? UserId => Named(Metadata.GetValueOrDefault(UserName) ?? Tags.GetValueOrDefault(UserName));

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Tags => tags ??= ReadTexts(index.Tags);

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Metadata => metadata ??= ReadTexts(index.Metadata);

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, JsonText> Expectations => expectations ??= ReadExpectations();

    /// <inheritdoc/>
    public override IReadOnlyList<AssessmentContent> Assessments => assessments ??= AssessmentReading.Of(index.Assessments.In(json));

    /// <inheritdoc/>
    public override TokenUsage? TokenUsage => Metadata.TryGetValue("mlflow.trace.tokenUsage", out var text) ? TokenUsageText.Read(text) : null;

    /// <inheritdoc/>
    public override IReadOnlyList<SpanContent> Spans => all ??= LateFault is { } fault ? throw fault : ReadSpans();

    /// <summary>
    /// What is wrong with the spans that were passed at first; null when nothing is, or nobody asked for them. Whoever asked got it thrown, and each
    /// who asks again does: they may have kept it to themselves.
    /// </summary>
    public TraceFormatException? LateFault { get; private set; }

    /// <inheritdoc/>
    public override SpanContent? RootSpan => Root < 0 ? null : SpanAt(Root);

    /// <inheritdoc/>
    public override JsonText Inputs => Root < 0 ? default : SpanAt(Root).Inputs;

    /// <inheritdoc/>
    public override JsonText Outputs => Root < 0 ? default : SpanAt(Root).Outputs;

    /// <inheritdoc/>
    public override string? InputsText => texts.Inputs ??= Inputs.ToText();

    /// <inheritdoc/>
    public override string? OutputsText => texts.Outputs ??= Outputs.ToText();

    // The artifact form has no state: its root's is the trace's, as MLflow has it for ingested spans.
    private TraceState StateOfRoot => Root < 0 ? TraceState.Unspecified
        : SpanAt(Root) switch
        {
            { EndTimeUnixNano: null } => TraceState.InProgress,
            { Status: SpanStatus.Error } => TraceState.Error,
            _ => TraceState.Ok,
        };

    private TimeSpan? StatedDuration
    {
        get
        {
            var text = (index.DurationMs.In(json).IsNothing ? index.Duration : index.DurationMs).Text(json);
            var isSeconds = text is [.., 's'];
            if (text is null || !double.TryParse(isSeconds ? text[..^1] : text, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            var ticks = number * (isSeconds ? TimeSpan.TicksPerSecond : TimeSpan.TicksPerMillisecond);

            return Math.Abs(ticks) < long.MaxValue ? TimeSpan.FromTicks((long)Math.Round(ticks)) : null;
        }
    }

    /// <summary>Reads a trace; it keeps the bytes and changes nothing but lone surrogates in them.</summary>
    /// <param name="json">One JSON document.</param>
    /// <param name="index">Its index, to be filled; the trace is good until the next one is read into it. Null makes one.</param>
    /// <exception cref="TraceFormatException">The document is no trace.</exception>
    public static MlflowTrace Parse(Memory<byte> json, TraceIndex? index = null)
    {
        index ??= new();
        index.Structure.Read(json.Span);
        if (!index.Structure.IsAscii)
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

    // The column holds the trace's JSON as text, or the object itself.
    private static MlflowTrace ParseRow(JsonText column, TraceIndex index)
    {
        var text = column.Utf8.Span[0] == '"' ? EscapeDecoder.Decode(column.Utf8.Span[1..^1]) : column.Utf8.ToArray();
        try
        {
            var trace = Parse(text, index);
            trace.isColumn = true;

            return trace;
        }
        catch (TraceFormatException e)
        {
            throw InColumn(e);
        }
    }

    // The column's text has offsets of its own.
    private static TraceFormatException InColumn(TraceFormatException fault) => new(0, $"in column 'trace': {fault.Message}");

    private static int FirstRoot(ReadOnlySpan<SpanIndex> spans)
    {
        for (var i = 0; i < spans.Length; i++)
        {
            if (spans[i].IsRoot)
            {
                return i;
            }
        }

        return -1;
    }

    private void CheckSpans(int from)
    {
        foreach (ref var span in index.Spans[from..])
        {
            SpanIndexing.Check(json, ref span);
        }
    }

    private ReadOnlyCollection<MlflowSpan> ReadSpans()
    {
        var known = spans.Length;
        try
        {
            TraceIndexing.ReadUnread(json.Span, index);
            CheckSpans(known);
        }
        catch (TraceFormatException e)
        {
            LateFault = isColumn ? InColumn(e) : e;

            throw LateFault;
        }

        Array.Resize(ref spans, index.Spans.Length);
        var read = new MlflowSpan[spans.Length];
        for (var i = 0; i < read.Length; i++)
        {
            read[i] = SpanAt(i);
        }

        return Array.AsReadOnly(read);
    }

    private string ReadId()
    {
        var id = index.Id.Text(json);
        if (id is null && spans.Length > 0)
        {
            // The artifact form: the id is each span's attribute, else the OpenTelemetry id with MLflow's prefix.
            id = SpanAt(0).Attribute("mlflow.traceRequestId").ToText()
                ?? (index.Spans[0].TraceId.Text(json) is { Length: > 0 } bare ? "tr-" + SpanId.Normalize(bare) : null);
        }

        return id is { Length: > 0 } ? id : throw new TraceFormatException(0, "the trace has no 'trace_id'");
    }

    private DateTimeOffset ReadRequestTime()
    {
        // Nearly always, and without a string of it.
        if (UtcTime.TryParse(index.RequestTime.Quoted(json.Span), out var written))
        {
            return written;
        }

        var text = index.RequestTime.Text(json);
        if (text is null)
        {
            return spans.Length > 0
                ? UnixNano.ToTime(Spans.Min(s => s.StartTimeUnixNano))
                : throw new TraceFormatException(0, "the trace has neither 'request_time' nor spans");
        }

        if (long.TryParse(text, CultureInfo.InvariantCulture, out var milliseconds) && Math.Abs(milliseconds) < 200_000_000_000_000)
        {
            return DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : throw new TraceFormatException(index.RequestTime.Start, $"expected an RFC 3339 time as 'request_time', found {index.RequestTime.Show(json)}");
    }

    private MlflowSpan SpanAt(int at) => spans[at] ??= new(json, index.Spans[at]);

    private string? Named(JsonRange inMetadata, JsonRange inTags) =>
        Named((inMetadata.IsAbsent ? null : inMetadata.Text(json) ?? "") ?? (inTags.IsAbsent ? null : inTags.Text(json)));

    // OTLP ingestion writes these with the quotes of their JSON text.
    private static string? Named(string? value)
    {
        if (value is null or "")
        {
            return null;
        }

        return value is ['"', .., '"'] ? AttributeText.Decode(new(JsonSerializer.SerializeToUtf8Bytes(value))).ToText() : value;
    }

    /// <inheritdoc/>
    public override bool HasTag(string name) =>
        name == NamedMembers.SourceScorerName ? !index.NamedTags.SourceScorer.IsAbsent : Tags.ContainsKey(name);

    private IReadOnlyDictionary<string, string> ReadTexts(JsonRange range)
    {
        if (range.IsAbsent)
        {
            return ReadOnlyDictionary<string, string>.Empty;
        }

        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in new LazyTexts(json, range, text => text))
        {
            texts[name] = value.ToText() ?? "";
        }

        return texts.AsReadOnly();
    }

    private IReadOnlyDictionary<string, JsonText> ReadExpectations()
    {
        if (Assessments.Count == 0)
        {
            return ReadOnlyDictionary<string, JsonText>.Empty;
        }

        var found = new Dictionary<string, JsonText>(StringComparer.Ordinal);
        foreach (var assessment in Assessments.Where(a => a.IsExpectation))
        {
            found[assessment.Name] = assessment.Value;
        }

        return found.AsReadOnly();
    }
}
