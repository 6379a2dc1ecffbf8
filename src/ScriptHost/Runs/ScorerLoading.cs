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
    /// <param name="cancellationToken">Stops loading.</param>
    public static LoadReport Load(string folder, IReadOnlyList<string> names, TimeSpan timeout, AllowlistText allowlist, CancellationToken cancellationToken) =>
        Load(ScriptFolder.Find(folder, names), timeout, allowlist, cancellationToken);

    /// <summary>Loads scripts named by path: files, and folders with their subfolders.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="timeout">The longest that one script's top level may take.</param>
    /// <param name="allowlist">What scripts may use.</param>
    /// <param name="cancellationToken">Stops loading.</param>
    public static LoadReport LoadPaths(IReadOnlyList<string> paths, TimeSpan timeout, AllowlistText allowlist, CancellationToken cancellationToken) =>
        Load(ScriptFolder.FindAt(paths), timeout, allowlist, cancellationToken);

    private static LoadReport Load(ScriptListing listing, TimeSpan timeout, AllowlistText allowlist, CancellationToken cancellationToken)
    {
        var cache = CacheFolder.Open(CacheFolder.Default, out var unused);
        var compiled = new ScriptCompiler(allowlist, cache).Compile(listing.Sources, cancellationToken);
        List<Diagnostic> diagnostics = [.. listing.Diagnostics, .. ScriptCompiler.Diagnostics(compiled)];
        if (unused is not null)
        {
            diagnostics.Add(unused);
        }

        var scorers = new List<ScorerDescription>();
        var images = new List<ScriptImage>();
        foreach (var image in compiled.Select(c => c.Image).OfType<ScriptImage>().OrderBy(i => i.Name, StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Describe(image, timeout, diagnostics) is { } description)
            {
                scorers.Add(description);
                images.Add(image);
            }
        }

        return new([.. diagnostics.Order(DiagnosticOrder.Instance)], scorers, images, allowlist.Hash);
    }

    // The script runs once and is unloaded again: whoever scores loads scripts of its own.
    private static ScorerDescription? Describe(ScriptImage image, TimeSpan timeout, List<Diagnostic> diagnostics)
    {
        var run = ScriptRun.Run(image, timeout);
        diagnostics.AddRange(run.Diagnostics);
        if (run.Entry is null)
        {
            return null;
        }

        using var entry = run.Entry;
        var (scorer, faults) = EntryBinding.Bind(entry);
        diagnostics.AddRange(faults);

        return scorer?.Description;
    }
}
