namespace ScriptHost.Contract;

/// <summary>One message of a trace's conversation.</summary>
/// <param name="Role">Who speaks: <c>user</c>, <c>assistant</c>, <c>system</c>, <c>tool</c> or any other text.</param>
/// <param name="Content">What is said; empty when the message carries no text (a call of a tool, say).</param>
public sealed record Message(string Role, string Content);
