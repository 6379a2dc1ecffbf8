namespace ScriptHost.Contract;

/// <summary>What a reader behind a <see cref="SpanEvent"/> offers.</summary>
/// <param name="Name">Its name.</param>
/// <param name="TimeUnixNano">When it happened, as the trace has it.</param>
/// <param name="Attributes">Its facts.</param>
internal sealed record EventContent(string Name, long TimeUnixNano, IReadOnlyDictionary<string, JsonText> Attributes);
