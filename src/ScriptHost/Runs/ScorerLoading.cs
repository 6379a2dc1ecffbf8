using ScriptHost.Scoring;
using ScriptHost.Scripting;

namespace ScriptHost.Runs;

/// <summary>Phase 1 of a run: finds, compiles, gates and describes scorer scripts. Nothing is scored.</summary>
internal static class ScorerLoading
{
    /// <summary>Loads the scripts of a folder.</summary>
    /// <param name="folder">The folder of scripts; its subfolders count too.</param>
    /// <param name="names">The scorers to load, by name; empty takes all. Unknown ones are faults with a did-you-mean.</param>
    /// <param name="timeout">The longest that one script's top level may take.</param>
    /// <param name="allowlist">What scripts may use.</param>
    /// <param name="host">Where the scripts' top levels run.</param>
    /// <param name="cancellationToken">Stops loading.</param>
    public static LoadReport Load(
        string folder, IReadOnlyList<string> names, TimeSpan timeout, AllowlistText allowlist, IScoringHost host, CancellationToken cancellationToken) =>
        Load(ScriptFolder.Find(folder, names), timeout, allowlist, host, cancellationToken);

    /// <summary>Loads scripts named by path: files, and folders with their subfolders.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="timeout">The longest that one script's top level may take.</param>
    /// <param name="allowlist">What scripts may use.</param>
    /// <param name="host">Where the scripts' top levels run.</param>
    /// <param name="cancellationToken">Stops loading.</param>
    public static LoadReport LoadPaths(
        IReadOnlyList<string> paths, TimeSpan timeout, AllowlistText allowlist, IScoringHost host, CancellationToken cancellationToken) =>
        Load(ScriptFolder.FindAt(paths), timeout, allowlist, host, cancellationToken);

    private static LoadReport Load(ScriptListing listing, TimeSpan timeout, AllowlistText allowlist, IScoringHost host, CancellationToken cancellationToken)
    {
        var cache = CacheFolder.Open(CacheFolder.Default, out var unused);
        var compiled = new ScriptCompiler(allowlist, cache).Compile(listing.Sources, cancellationToken);
        List<Diagnostic> diagnostics = [.. listing.Diagnostics, .. ScriptCompiler.Diagnostics(compiled)];
        if (unused is not null)
        {
            diagnostics.Add(unused);
        }

        ScriptImage[] images = [.. compiled.Select(c => c.Image).OfType<ScriptImage>().OrderBy(i => i.Name, StringComparer.Ordinal)];
        var described = images.Length == 0 ? [] : host.Describe(images, allowlist, timeout, cancellationToken);
        diagnostics.AddRange(described.SelectMany(d => d.Diagnostics));

        return new(
            [.. diagnostics.Order(DiagnosticOrder.Instance)],
            [.. described.Select(d => d.Scorer).OfType<ScorerDescription>()],
            [.. images.Zip(described).Where(i => i.Second.Scorer is not null).Select(i => i.First)],
            allowlist);
    }
}
