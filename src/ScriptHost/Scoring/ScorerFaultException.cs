namespace ScriptHost.Scoring;

/// <summary>A call cannot be made, or its result cannot be used: becomes an error feedback of the scorer. Scripts cannot throw it.</summary>
/// <param name="code">One of <see cref="ErrorCode"/>.</param>
/// <param name="message">One sentence that names the thing in quotes and says what would be right.</param>
internal sealed class ScorerFaultException(string code, string message) : Exception(message)
{
    /// <summary>One of <see cref="ErrorCode"/>.</summary>
    public string Code => code;
}
