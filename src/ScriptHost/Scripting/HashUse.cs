namespace ScriptHost.Scripting;

/// <summary>
/// Hash codes of texts are another number in every process, so a scorer that returned one could not be repeated. Methods called
/// <c>GetHashCode</c>, and all of <c>System.HashCode</c>, may therefore be used only inside a method of that name, where they steer
/// dictionaries and sets and nothing else. What the compiler writes for records, tuples and anonymous types keeps to that by itself.
/// </summary>
internal static class HashUse
{
    /// <summary>The name of the methods that hash, and of those that may.</summary>
    public const string Method = "GetHashCode";

    private const string Builder = "System.HashCode";

    /// <summary>Whether a member gives a hash code.</summary>
    /// <param name="type">The full name of its type.</param>
    /// <param name="member">Its metadata name.</param>
    public static bool Gives(string type, string member) => member == Method || type == Builder;

    /// <summary>Whether a compiled method may hash: one of that name, or what the compiler made of a lambda or local function in one.</summary>
    /// <param name="method">Its metadata name; that of an explicit implementation ends in the interface's name for it.</param>
    public static bool IsFor(string method) =>
        method == Method
            || method.EndsWith("." + Method, StringComparison.Ordinal)
            || method.StartsWith($"<{Method}>", StringComparison.Ordinal)
            || (method.StartsWith('<') && method.Contains($".{Method}>", StringComparison.Ordinal));
}
