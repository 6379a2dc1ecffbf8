namespace ScriptHost.Scripting;

/// <summary>
/// A compiled script that passed <see cref="IlGate"/>: <see cref="Admit"/> is the way to come by one, wherever its bytes are from. Plain data that
/// can be cached or sent to another process, which has to admit the bytes anew.
/// </summary>
internal sealed class ScriptImage
{
    private ScriptImage(string name, string path, string hash, byte[] bytes)
    {
        Name = name;
        Path = path;
        Hash = hash;
        Bytes = bytes;
    }

    /// <summary>The scorer's name.</summary>
    public string Name { get; }

    /// <summary>The script's file, for people.</summary>
    public string Path { get; }

    /// <summary>SHA-256 of the script's source, 64 lower-case hexadecimal digits.</summary>
    public string Hash { get; }

    /// <summary>The assembly, with embedded debug information.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Checks an assembly, and makes an image of it when it passes.</summary>
    /// <param name="name">The scorer's name.</param>
    /// <param name="path">The script's file, for people.</param>
    /// <param name="hash">SHA-256 of the script's source, 64 lower-case hexadecimal digits.</param>
    /// <param name="bytes">The assembly; it is copied first, so that what was checked is what will run.</param>
    /// <param name="allowlist">What it may use.</param>
    /// <param name="image">The image; null when there are faults.</param>
    /// <returns>All that is wrong with it.</returns>
    public static IReadOnlyList<Diagnostic> Admit(string name, string path, string hash, ReadOnlySpan<byte> bytes, Allowlist allowlist, out ScriptImage? image)
    {
        var copy = bytes.ToArray();
        var faults = IlGate.Check(path, copy, allowlist);
        image = faults.Count == 0 ? new(name, path, hash, copy) : null;

        return faults;
    }

    /// <summary>
    /// Dangerous: makes an image of code that nothing has checked and that may do whatever this process may. For code that its operator
    /// trusts in so many words, and for tests of what comes after the check.
    /// </summary>
    public static ScriptImage TrustUnchecked(string name, string path, string hash, byte[] bytes) => new(name, path, hash, bytes);
}
