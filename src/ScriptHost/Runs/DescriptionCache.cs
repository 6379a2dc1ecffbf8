using ScriptHost.Plugins;
using ScriptHost.Records;
using ScriptHost.Scripting;

namespace ScriptHost.Runs;

/// <summary>
/// Descriptions of gated scripts on disk, beside what the scripts compile to. The allowlist that ships leaves a script no clock, no chance and no files: what
/// its first code did once it does each time. Of what has rights of its own, or another allowlist's, nothing is kept, and nothing found.
/// </summary>
/// <param name="cache">The compiled scripts.</param>
/// <param name="allowlist">What scripts may use.</param>
internal sealed class DescriptionCache(CompileCache cache, AllowlistText allowlist)
{
    private static readonly ReadOnlyMemory<byte> Mark = "SHDESCR1"u8.ToArray();

    private readonly bool isUsed = allowlist.Hash == AllowlistText.Embedded.Hash;

    /// <summary>What a scorer is; null when it is not there.</summary>
    /// <param name="image">The scorer's code.</param>
    public ScriptDescription? Load(ScorerImage image)
    {
        try
        {
            return FileOf(image)?.Read() is { } content && DescriptionFormat.Read(new(content), image) is var description && IsKept(description) ? description : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Keeps what a scorer is, if there is nothing more to say of it.</summary>
    /// <param name="image">The scorer's code.</param>
    /// <param name="description">What its first code led to.</param>
    public void Store(ScorerImage image, ScriptDescription description)
    {
        if (IsKept(description) && FileOf(image) is { } file)
        {
            var writer = new WireWriter();
            DescriptionFormat.Write(writer, description);
            file.Write(writer.Written);
        }
    }

    private static bool IsKept(ScriptDescription description) => description is { Scorer: not null, Diagnostics.Count: 0 };

    private CacheFile? FileOf(ScorerImage image) =>
        isUsed && image is ScorerImage.Script { Code: { Trust: null } code } ? cache.Beside(code, allowlist.Hash, Mark) : null;
}
