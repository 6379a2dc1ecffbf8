namespace ScriptHost.Trust;

/// <summary>Why code is not run with full rights, and what to do about it.</summary>
internal static class TrustFault
{
    /// <summary>Nobody has trusted it.</summary>
    /// <param name="path">Its file, for people.</param>
    /// <param name="name">The plugin's name.</param>
    public static Diagnostic Untrusted(string path, string name) => At(
        path,
        TrustCode.Untrusted,
        $"'{name}' is compiled code, which runs with full rights; read it, then 'scripthost trust {name}' lets it run.");

    /// <summary>It is other code than the trusted one.</summary>
    /// <param name="path">Its file, for people.</param>
    /// <param name="entry">What was trusted.</param>
    public static Diagnostic Changed(string path, TrustEntry entry) => At(
        path,
        TrustCode.Changed,
        $"'{entry.Scorer}' changed since it was trusted {entry.ByWhomAndWhen}: it runs with full rights; read what changed, then 'scripthost trust {entry.Scorer}' "
        + $"lets it run again, or 'scripthost trust --revoke {entry.Scorer}' takes the trust back.");

    /// <summary>The entry speaks of code in another place.</summary>
    /// <param name="path">Its file, for people.</param>
    /// <param name="entry">What was trusted.</param>
    public static Diagnostic Elsewhere(string path, TrustEntry entry) => At(
        path,
        TrustCode.Elsewhere,
        $"'{entry.Scorer}' was trusted {entry.ByWhomAndWhen} as '{entry.Path}', which this is not; read it, then 'scripthost trust {entry.Scorer}' lets it run, "
        + $"or 'scripthost trust --revoke {entry.Scorer}' takes the trust back.");

    /// <summary>It is a link, or a link lies in its folder.</summary>
    /// <param name="path">The link, for people.</param>
    /// <param name="name">The scorer's name.</param>
    public static Diagnostic Link(string path, string name) => At(
        path,
        TrustCode.Link,
        $"'{path}' is a link, and what it leads to could be exchanged; to trust '{name}', copy the file there.");

    private static Diagnostic At(string path, string code, string message) => new(path, 1, 1, code, Severity.Error, message);
}
