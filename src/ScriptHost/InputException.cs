namespace ScriptHost;

/// <summary>What the user asked for cannot be done as asked: a path that does not exist, a file that cannot be read.</summary>
/// <param name="message">One sentence that names the thing in quotes and says what would be right.</param>
/// <param name="cause">What was thrown; null when nothing was.</param>
internal sealed class InputException(string message, Exception? cause = null) : Exception(message, cause);
