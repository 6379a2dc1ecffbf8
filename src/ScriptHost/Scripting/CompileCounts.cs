namespace ScriptHost.Scripting;

/// <summary>Where the images of scripts came from.</summary>
/// <param name="Compiled">How many were compiled.</param>
/// <param name="Cached">How many were found in the cache.</param>
internal sealed record CompileCounts(int Compiled, int Cached)
{
    /// <summary>Counts results.</summary>
    public static CompileCounts Of(IReadOnlyCollection<CompileResult> results)
    {
        var cached = results.Count(r => r.IsCached);

        return new(results.Count - cached, cached);
    }
}
