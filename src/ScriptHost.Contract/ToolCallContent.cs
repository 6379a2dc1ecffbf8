namespace ScriptHost.Contract;

/// <summary>What a <see cref="ToolCall"/> shows beside its span's inputs and outputs, read once for all scorers.</summary>
/// <param name="Name">The tool.</param>
/// <param name="Error">Null when it succeeded.</param>
/// <param name="Span">The span that it was read from, in file order.</param>
internal sealed record ToolCallContent(string Name, string? Error, int Span);
