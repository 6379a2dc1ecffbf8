using System.Security.Cryptography;
using System.Text;
using ScriptHost.Contract;
using ScriptHost.Trust;

namespace ScriptHost.Scripting;

/// <summary>
/// Compiled scripts on disk, by the hash of all that goes into them. What does not read back as it was written counts as not there.
/// </summary>
/// <param name="folder">A folder that only its user can write to; <see cref="CacheFolder"/> sees to that.</param>
internal sealed class CompileCache(string folder)
{
    // The engine's module id stands for the gate, the options, the embedded references and the version of the compiler it was built with.
    private static readonly string Versions = $"{typeof(CompileCache).Module.ModuleVersionId} {typeof(Feedback).Module.ModuleVersionId}";

    /// <summary>
    /// The result of compiling a script; null when it is not there. One without an image was refused, and says why: somebody else than
    /// <see cref="Store"/> wrote it.
    /// </summary>
    /// <param name="source">The script.</param>
    /// <param name="allowlist">What it may use.</param>
    public CompileResult? Load(ScriptSource source, AllowlistText allowlist)
    {
        try
        {
            return allowlist.Read(out var list).Count == 0 && list is not null && FileOf(source, allowlist.Hash).Read() is { } content
                ? CacheEntry.Read(source, content, list)
                : null;
        }
        catch (Exception damage) when (damage is EndOfStreamException or InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Keeps a result, if the script compiled. That the disk takes no more is no fault of the script: it is compiled again next time.</summary>
    /// <param name="result">The result.</param>
    /// <param name="allowlistHash">The hash of what the script may use.</param>
    public void Store(CompileResult result, string allowlistHash)
    {
        if (result.Image is not null)
        {
            FileOf(result.Source, allowlistHash).Write(CacheEntry.Write(result));
        }
    }

    /// <summary>Where something can be kept beside an image that follows from the image and this very runtime.</summary>
    /// <param name="image">The image.</param>
    /// <param name="allowlistHash">The hash of what it may use.</param>
    /// <param name="mark">What is kept, and in which form.</param>
    public CacheFile Beside(ScriptImage image, string allowlistHash, ReadOnlyMemory<byte> mark) =>
        new(PathOf([Versions, allowlistHash, image.Name, image.Path, RightsOf(image.Trust), image.Hash, $"{Environment.Version}", Encoding.ASCII.GetString(mark.Span)], image.Bytes), mark);

    private CacheFile FileOf(ScriptSource source, string allowlistHash) =>
        new(PathOf([Versions, allowlistHash, source.Name, source.Path, RightsOf(source.Trust)], source.Content), CacheEntry.Mark);

    private string PathOf(IReadOnlyList<string> parts, ReadOnlyMemory<byte> content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }

        hash.AppendData(content.Span);

        return Path.Combine(folder, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    // A trusted script is compiled without the gate, and against this very runtime: what comes of it is nothing that a gated load may find.
    private static string RightsOf(TrustEntry? trust) => trust is null ? "gated" : $"trusted {Environment.Version}";
}
