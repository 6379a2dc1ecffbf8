namespace ScriptHost;

/// <summary>What the user asked for cannot be done as asked: a path that does not exist, a file that cannot be read.</summary>
/// <param name="message">One sentence that names the thing in quotes and says what would be right.</param>
internal sealed class InputException(string message) : Exception(message);
