using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace ScriptHost.Traces;

/// <summary>Where the parts of a span stand in its trace's bytes, under MLflow's names for schema 3 and schema 2.</summary>
internal struct SpanIndex
{
    private Found ranges;

    /// <summary>All that is said below, for who finds it at one look; the last one is of what is not asked for.</summary>
    [UnscopedRef]
    public Span<JsonRange> Ranges => ranges;

    /// <summary>The span itself.</summary>
    public JsonRange Span
    {
        readonly get => ranges[0];
        set => ranges[0] = value;
    }

    /// <summary><c>trace_id</c>, or that of schema 2's <c>context</c>.</summary>
    public JsonRange TraceId
    {
        readonly get => ranges[1];
        set => ranges[1] = value;
    }

    /// <summary><c>span_id</c>, or that of schema 2's <c>context</c>.</summary>
    public JsonRange Id
    {
        readonly get => ranges[2];
        set => ranges[2] = value;
    }

    /// <summary><c>parent_span_id</c>, or schema 2's <c>parent_id</c>.</summary>
    public JsonRange Parent
    {
        readonly get => ranges[3];
        set => ranges[3] = value;
    }

    /// <summary><c>name</c>.</summary>
    public JsonRange Name
    {
        readonly get => ranges[4];
        set => ranges[4] = value;
    }

    /// <summary><c>start_time_unix_nano</c>, or schema 2's <c>start_time</c>.</summary>
    public JsonRange Start
    {
        readonly get => ranges[5];
        set => ranges[5] = value;
    }

    /// <summary><c>end_time_unix_nano</c>, or schema 2's <c>end_time</c>.</summary>
    public JsonRange End
    {
        readonly get => ranges[6];
        set => ranges[6] = value;
    }

    /// <summary><c>status.code</c>, or schema 2's <c>status_code</c>.</summary>
    public JsonRange StatusCode
    {
        readonly get => ranges[7];
        set => ranges[7] = value;
    }

    /// <summary><c>status.message</c>, or schema 2's <c>status_message</c>.</summary>
    public JsonRange StatusMessage
    {
        readonly get => ranges[8];
        set => ranges[8] = value;
    }

    /// <summary><c>attributes</c>.</summary>
    public JsonRange Attributes
    {
        readonly get => ranges[9];
        set => ranges[9] = value;
    }

    /// <summary>Of the attributes, <c>mlflow.spanType</c>.</summary>
    public JsonRange Type
    {
        readonly get => ranges[10];
        set => ranges[10] = value;
    }

    /// <summary>Of the attributes, <c>mlflow.spanInputs</c>.</summary>
    public JsonRange Inputs
    {
        readonly get => ranges[11];
        set => ranges[11] = value;
    }

    /// <summary>Of the attributes, <c>mlflow.spanOutputs</c>.</summary>
    public JsonRange Outputs
    {
        readonly get => ranges[12];
        set => ranges[12] = value;
    }

    /// <summary><c>events</c>.</summary>
    public JsonRange Events
    {
        readonly get => ranges[13];
        set => ranges[13] = value;
    }

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

    [InlineArray(15)]
    private struct Found
    {
        private JsonRange first;
    }
}
