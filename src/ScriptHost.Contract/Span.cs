using System.Text.Json.Nodes;

namespace ScriptHost.Contract;

/// <summary>One step of a traced request: a model call, a tool call, a retrieval.</summary>
public sealed class Span
{
    private readonly Trace trace;
    private readonly SpanContent content;
    private readonly int index;
    private (bool Made, JsonNode? Node) inputs;
    private (bool Made, JsonNode? Node) outputs;
    private JsonDictionary? attributes;
    private IReadOnlyList<SpanEvent>? events;

    internal Span(Trace trace, SpanContent content, int index)
    {
        this.trace = trace;
        this.content = content;
        this.index = index;
    }

    /// <summary>Its id, 16 hexadecimal digits, lower-case, when the trace holds an OpenTelemetry id.</summary>
    public string Id => content.Id;

    /// <summary>The id of the span that it is a step of; null for a root. That span need not be in the trace.</summary>
    public string? ParentId => content.ParentId;

    /// <summary>Its name, such as a function's or a tool's.</summary>
    public string Name => content.Name;

    /// <summary>One of <see cref="SpanType"/>, or any other text; null when the trace does not say.</summary>
    public string? Type => content.Type;

    /// <summary>How it ended.</summary>
    public SpanStatus Status => content.Status;

    /// <summary>Why it failed; null when the trace does not say.</summary>
    public string? StatusMessage => content.StatusMessage;

    /// <summary>What the step was given; null when the trace does not say.</summary>
    public JsonNode? Inputs => Node(ref inputs, content.Inputs);

    /// <summary>What the step gave back; null when the trace does not say.</summary>
    public JsonNode? Outputs => Node(ref outputs, content.Outputs);

    /// <summary>All its attributes, decoded.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Attributes => attributes ??= new(content.Attributes);

    /// <summary>What happened in it, in file order.</summary>
    public IReadOnlyList<SpanEvent> Events => events ??= Array.AsReadOnly(content.Events.Select(e => new SpanEvent(e)).ToArray());

    /// <summary>The span that it is a step of; null for a root, and when the parent is not in the trace.</summary>
    public Span? Parent => trace.ParentOf(index);

    /// <summary>Its own steps, in file order.</summary>
    public IReadOnlyList<Span> Children => trace.StepsOf(index);

    /// <summary>Whether it has an end.</summary>
    public bool IsEnded => content.EndTimeUnixNano is not null;

    /// <summary>When it began, to 100 ns.</summary>
    public DateTimeOffset StartTime => UnixNano.ToTime(StartTimeUnixNano);

    /// <summary>When it ended, to 100 ns.</summary>
    /// <exception cref="InvalidOperationException">The span has not ended.</exception>
    public DateTimeOffset EndTime => UnixNano.ToTime(EndTimeUnixNano);

    /// <summary>When it began, in nanoseconds since 1970.</summary>
    public long StartTimeUnixNano => content.StartTimeUnixNano;

    /// <summary>When it ended, in nanoseconds since 1970.</summary>
    /// <exception cref="InvalidOperationException">The span has not ended.</exception>
    public long EndTimeUnixNano => content.EndTimeUnixNano
        ?? throw new InvalidOperationException($"Span '{Name}' of trace '{trace.Id}' has not ended; ask IsEnded first.");

    /// <summary>How long it took, to 100 ns.</summary>
    /// <exception cref="InvalidOperationException">The span has not ended.</exception>
    public TimeSpan Duration => UnixNano.ToSpan(EndTimeUnixNano - StartTimeUnixNano);

    private static JsonNode? Node(ref (bool Made, JsonNode? Node) memo, JsonText text)
    {
        if (!memo.Made)
        {
            memo = (true, text.ToNode());
        }

        return memo.Node;
    }
}
