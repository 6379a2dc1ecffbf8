using System.Text;

namespace ScriptHost.Scripting;

/// <summary>An allowlist as it lies on disk; its hash is known without reading it as YAML, which warm starts rely on.</summary>
/// <param name="Path">The file, for messages.</param>
/// <param name="Content">The bytes that were read, once.</param>
internal sealed record AllowlistText(string Path, ReadOnlyMemory<byte> Content)
{
    /// <summary>The list that ships inside this assembly.</summary>
    public static AllowlistText Embedded { get; } = new("allowlist.yaml", EmbeddedFiles.Read("allowlist.yaml"));

    private readonly Lock reading = new();
    private string? hash;
    private (IReadOnlyList<Diagnostic> Faults, Allowlist? List)? read;

    /// <summary>SHA-256 of the bytes, 64 lower-case hexadecimal digits. Who knows it already states it: a worker needs no library of cryptography else.</summary>
    public string Hash
    {
        get => hash ??= Sha256.Hex(Content.Span);
        init => hash = value;
    }

    /// <summary>What the list says, read once; every fault is returned, with its place.</summary>
    /// <param name="allowlist">The list; null when there are faults.</param>
    public IReadOnlyList<Diagnostic> Read(out Allowlist? allowlist)
    {
        lock (reading)
        {
            read ??= CompactAllowlist.Read(Encoding.UTF8.GetString(EmbeddedFiles.Read(CompactAllowlist.File)), Hash) is { } known
                ? ([], known)
                : (Allowlist.Read(this, out var list), list);
            allowlist = read.Value.List;

            return read.Value.Faults;
        }
    }
}
