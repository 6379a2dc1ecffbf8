using System.Security.Cryptography;
using System.Text;
using ScriptHost.Contract;

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
            return allowlist.Read(out var list).Count == 0 && list is not null
                ? CacheEntry.Read(source, File.ReadAllBytes(PathOf(source, allowlist.Hash)), list)
                : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Keeps a result, if the script compiled. That the disk takes no more is no fault of the script: it is compiled again next time.</summary>
    /// <param name="result">The result.</param>
    /// <param name="allowlistHash">The hash of what the script may use.</param>
    public void Store(CompileResult result, string allowlistHash)
    {
        if (result.Image is null)
        {
            return;
        }

        var path = PathOf(result.Source, allowlistHash);
        var draft = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            File.WriteAllBytes(draft, CacheEntry.Write(result));
            File.Move(draft, path, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            File.Delete(draft);
        }
    }

    private string PathOf(ScriptSource source, string allowlistHash)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in (string[])[Versions, allowlistHash, source.Name, source.Path, RightsOf(source)])
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }

        hash.AppendData(source.Content.Span);

        return Path.Combine(folder, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    // A trusted script is compiled without the gate, and against this very runtime: what comes of it is nothing that a gated load may find.
    private static string RightsOf(ScriptSource source) => source.Trust is null ? "gated" : $"trusted {Environment.Version}";
}
