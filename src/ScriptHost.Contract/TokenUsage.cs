namespace ScriptHost.Contract;

/// <summary>The tokens that a trace's model calls used.</summary>
/// <param name="InputTokens">Tokens sent, cached ones included.</param>
/// <param name="OutputTokens">Tokens received.</param>
/// <param name="TotalTokens">All tokens, as the trace states them; the sum of both when it does not.</param>
/// <param name="CacheReadInputTokens">Input tokens read from a cache; null when the trace does not say.</param>
/// <param name="CacheCreationInputTokens">Input tokens written to a cache; null when the trace does not say.</param>
public sealed record TokenUsage(
    long InputTokens,
    long OutputTokens,
    long TotalTokens,
    long? CacheReadInputTokens = null,
    long? CacheCreationInputTokens = null);
