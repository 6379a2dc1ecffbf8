using System.Text.Json.Nodes;

namespace ScriptHost.Contract;

/// <summary>A tool call: one span of type <see cref="SpanType.Tool"/>.</summary>
/// <param name="Name">The tool: <c>call.tool_name</c> of the span's inputs where it stands there, else the span's name.</param>
/// <param name="Arguments">What the tool was given; null when the span has no inputs.</param>
/// <param name="Result">What the tool gave back; null when the span has no outputs.</param>
/// <param name="Error">The first exception as <c>Type: message</c>, or the status message of a failed span; null when it succeeded.</param>
/// <param name="Span">The span that it was read from.</param>
public sealed record ToolCall(string Name, JsonNode? Arguments, JsonNode? Result, string? Error, Span Span);
