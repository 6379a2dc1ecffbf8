using ScriptHost.Trust;

namespace ScriptHost.Scripting;

/// <summary>
/// A compiled script that passed <see cref="IlGate"/>, or whose source somebody trusts: <see cref="Admit"/> and <see cref="AdmitTrusted"/> are the ways
/// to come by one, wherever its bytes are from. Plain data that can be cached or sent to another process, which has to admit the bytes anew.
/// </summary>
internal sealed class ScriptImage
{
    private ScriptImage(string name, string path, string hash, byte[] bytes, TrustEntry? trust, bool namesSpans)
    {
        Name = name;
        Path = path;
        Hash = hash;
        Bytes = bytes;
        Trust = trust;
        NamesSpans = namesSpans;
    }

    /// <summary>The scorer's name.</summary>
    public string Name { get; }

    /// <summary>The script's file, for people.</summary>
    public string Path { get; }

    /// <summary>SHA-256 of the script's source, 64 lower-case hexadecimal digits.</summary>
    public string Hash { get; }

    /// <summary>The assembly, with embedded debug information.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Who lets it run with full rights; null when it passed the gate.</summary>
    public TrustEntry? Trust { get; }

    /// <summary>See <see cref="SpanUse"/>; true of what is trusted, which may use reflection.</summary>
    public bool NamesSpans { get; }

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
        image = faults.Count == 0 ? new(name, path, hash, copy, trust: null, SpanUse.In(copy)) : null;

        return faults;
    }

    /// <summary>
    /// Makes an image of code that nothing checks and that may do whatever its process may, because its operator trusts its source in so
    /// many words. Who has the bytes from elsewhere than the compiler must know that nobody else can have made them.
    /// </summary>
    /// <param name="name">The scorer's name.</param>
    /// <param name="path">The script's file, for people.</param>
    /// <param name="hash">SHA-256 of the script's source, 64 lower-case hexadecimal digits.</param>
    /// <param name="bytes">The assembly.</param>
    /// <param name="trust">The operator's word.</param>
    /// <param name="image">The image; null when there is a fault.</param>
    /// <returns>The fault, when the word is about another script, or other bytes.</returns>
    public static IReadOnlyList<Diagnostic> AdmitTrusted(string name, string path, string hash, byte[] bytes, TrustEntry trust, out ScriptImage? image)
    {
        var isMeant = trust.Scorer == name && trust.Sha256 == hash;
        image = isMeant ? new(name, path, hash, bytes, trust, namesSpans: true) : null;

        return isMeant ? [] : [TrustFault.Changed(path, trust)];
    }
}
