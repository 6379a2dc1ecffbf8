using System.Text.Json;
using System.Text.Json.Nodes;

namespace ScriptHost.Contract;

/// <summary>A tool call: one span of type <see cref="SpanType.Tool"/>.</summary>
/// <param name="Name">The tool: <c>call.tool_name</c> of the span's inputs where it stands there, else the span's name.</param>
/// <param name="Arguments">What the tool was given; null when the span has no inputs, or empty ones.</param>
/// <param name="Result">What the tool gave back; null when the span has no outputs, or empty ones.</param>
/// <param name="Error">The first exception as <c>Type: message</c>, or the status message of a failed span; null when it succeeded.</param>
/// <param name="Span">The span that it was read from.</param>
public sealed record ToolCall(string Name, JsonNode? Arguments, JsonNode? Result, string? Error, Span Span)
{
    // The nodes, or the span that makes them when they are asked for.
    private readonly object? arguments = Arguments;
    private readonly object? result = Result;

    internal ToolCall(ToolCallContent content, Span span)
        : this(content.Name, Arguments: null, Result: null, content.Error, span) => arguments = result = span;

    /// <summary>What the tool was given; null when the span has no inputs, or empty ones (<c>{}</c>, <c>[]</c>, <c>""</c>, 0, false), as in MLflow.</summary>
    public JsonNode? Arguments
    {
        get => arguments is Span span ? Filled(span.Inputs) : arguments as JsonNode;
        init => arguments = value;
    }

    /// <summary>What the tool gave back; null when the span has no outputs, or empty ones (<c>{}</c>, <c>[]</c>, <c>""</c>, 0, false), as in MLflow.</summary>
    public JsonNode? Result
    {
        get => result is Span span ? Filled(span.Outputs) : result as JsonNode;
        init => result = value;
    }

    /// <summary>Whether both are of the same span and say the same, with the very same arguments and result.</summary>
    /// <param name="other">The other call.</param>
    public bool Equals(ToolCall? other) => ReferenceEquals(this, other)
        || (other is not null && Name == other.Name && Error == other.Error && Equals(Span, other.Span) && Equals(Arguments, other.Arguments) && Equals(Result, other.Result));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Error, Span);

    // As a record has it by itself when all is declared by its parameters alone.
    /// <inheritdoc/>
    public override string ToString() => $"ToolCall {{ Name = {Name}, Arguments = {Arguments}, Result = {Result}, Error = {Error}, Span = {Span} }}";

    // What Python takes for false is none.
    private static JsonNode? Filled(JsonNode? node) => node?.GetValueKind() switch
    {
        JsonValueKind.Object => node.AsObject().Count > 0,
        JsonValueKind.Array => node.AsArray().Count > 0,
        JsonValueKind.String => node.GetValue<string>().Length > 0,
        JsonValueKind.Number => node.GetValue<double>() != 0,
        var kind => kind == JsonValueKind.True,
    } ? node : null;
}
