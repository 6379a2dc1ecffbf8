using System.Text.Json.Nodes;

namespace ScriptHost.Contract;

/// <summary>Something that happened in a span, such as an <c>exception</c>.</summary>
public sealed class SpanEvent
{
    private readonly EventContent content;
    private JsonDictionary? attributes;

    internal SpanEvent(EventContent content) => this.content = content;

    /// <summary>Its name; an error is called <c>exception</c>.</summary>
    public string Name => content.Name;

    /// <summary>When it happened, in nanoseconds since 1970 (some old traces hold microseconds: do not trust it for order).</summary>
    public long TimeUnixNano => content.TimeUnixNano;

    /// <summary>Its facts, such as <c>exception.type</c>, <c>exception.message</c> and <c>exception.stacktrace</c>.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Attributes => attributes ??= new(content.Attributes);
}
