using ScriptHost.Plugins;
using ScriptHost.Scoring;
using ScriptHost.Scripting;

namespace ScriptHost.Runs;

/// <summary>Phase 1 of a run: finds, compiles, gates and describes scorers, or takes from the cache what is known of them. Nothing is scored.</summary>
internal static class ScorerLoading
{
    /// <summary>Loads the scorers of a folder; one that is asked for and that the folder lacks may be built in.</summary>
    /// <param name="folder">The folder of scripts, whose subfolders count too, and of plugins; when names are given, it need not be there.</param>
    /// <param name="names">The scorers to load, by name; empty takes all of the folder. Unknown ones are faults with a did-you-mean.</param>
    /// <param name="timeout">The longest that one script's top level, or making an instance of one class, may take.</param>
    /// <param name="allowlist">What scripts may use.</param>
    /// <param name="host">Where the scripts' top levels run.</param>
    /// <param name="cancellationToken">Stops loading.</param>
    public static LoadReport Load(string folder, IReadOnlyList<string> names, TimeSpan timeout, AllowlistText allowlist, IScoringHost host, CancellationToken cancellationToken)
    {
        var trust = new TrustLists();
        var isThere = names.Count == 0 || Directory.Exists(folder);
        var scripts = BuiltInScripts.Complete(
            isThere ? ScriptTrust.Apply(ScriptFolder.Find(folder, names), _ => trust.Of(folder)) : BuiltInScripts.Missing(folder, names));

        // Who asks for scripts by name has nothing to do with the plugins beside them.
        var plugins = !isThere || (names.Count > 0 && scripts.Missing.Count == 0) ? new([], []) : PluginFolder.Read(folder, trust.Of(folder));

        return Load(scripts, plugins, trust, timeout, allowlist, host, cancellationToken);
    }

    /// <summary>Loads scorers named by path: scripts, and folders of scorers.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="timeout">The longest that one script's top level, or making an instance of one class, may take.</param>
    /// <param name="allowlist">What scripts may use.</param>
    /// <param name="host">Where the scripts' top levels run.</param>
    /// <param name="cancellationToken">Stops loading.</param>
    public static LoadReport LoadPaths(IReadOnlyList<string> paths, TimeSpan timeout, AllowlistText allowlist, IScoringHost host, CancellationToken cancellationToken)
    {
        var trust = new TrustLists();
        var scripts = ScriptTrust.Apply(ScriptFolder.FindAt(paths), path => trust.Of(TrustLists.FolderOf(path, paths)));
        var plugins = paths.Where(Directory.Exists).Select(f => PluginFolder.Read(f, trust.Of(f))).ToArray();

        return Load(scripts, new([.. plugins.SelectMany(p => p.Images)], [.. plugins.SelectMany(p => p.Diagnostics)]), trust, timeout, allowlist, host, cancellationToken);
    }

    /// <summary>Loads scripts that were read already, and that nobody trusts.</summary>
    /// <param name="sources">The scripts.</param>
    /// <param name="timeout">The longest that one script's top level may take.</param>
    /// <param name="allowlist">What scripts may use.</param>
    /// <param name="host">Where the scripts' top levels run.</param>
    /// <param name="cancellationToken">Stops loading.</param>
    public static LoadReport LoadSources(IReadOnlyList<ScriptSource> sources, TimeSpan timeout, AllowlistText allowlist, IScoringHost host, CancellationToken cancellationToken) =>
        Load(new([.. sources.Select(s => s with { Trust = null })], [], new Dictionary<string, Diagnostic>()), new([], []), new(), timeout, allowlist, host, cancellationToken);

    private static LoadReport Load(
        ScriptListing scripts, PluginListing plugins, TrustLists trust, TimeSpan timeout, AllowlistText allowlist, IScoringHost host, CancellationToken cancellationToken)
    {
        var cache = CacheFolder.Open(CacheFolder.Default, out var unused);
        var compiled = new ScriptCompiler(allowlist, cache).Compile(scripts.Sources, cancellationToken);
        List<Diagnostic> diagnostics = [.. trust.Diagnostics, .. scripts.Diagnostics, .. ScriptCompiler.Diagnostics(compiled)];
        if (unused is not null)
        {
            diagnostics.Add(unused);
        }

        ScorerImage[] images = [.. compiled.Select(c => c.Image).OfType<ScriptImage>().Select(i => new ScorerImage.Script(i)), .. plugins.Images];
        var described = Describe(images, cache is null ? null : new(cache, allowlist), timeout, allowlist, host, cancellationToken);
        var loaded = new List<Loaded>();
        var names = new PluginNames(scripts);
        var faults = new List<Diagnostic>(plugins.Diagnostics);
        foreach (var (image, (scorer, wrong)) in images.Zip(described))
        {
            (image is ScorerImage.Plugin ? faults : diagnostics).AddRange(wrong);
            if (image is not ScorerImage.Plugin plugin)
            {
                if (scorer is not null)
                {
                    loaded.Add(new(scorer, image));
                }
            }
            else if (scorer is null)
            {
                names.Fail(plugin);
            }
            else if (names.Take(plugin, scorer, faults))
            {
                loaded.Add(new(scorer, plugin.Named(scorer.Name)));
            }
        }

        diagnostics.AddRange(names.Faults(faults));
        loaded.Sort((a, b) => string.CompareOrdinal(a.Scorer.Name, b.Scorer.Name));

        return new([.. diagnostics.Order(DiagnosticOrder.Instance)], [.. loaded.Select(l => l.Scorer)], [.. loaded.Select(l => l.Image)], allowlist) { Compiling = CompileCounts.Of(compiled) };
    }

    // What is known of a script need not be found out by running it.
    private static ScriptDescription[] Describe(
        ScorerImage[] images, DescriptionCache? cache, TimeSpan timeout, AllowlistText allowlist, IScoringHost host, CancellationToken cancellationToken)
    {
        var known = Array.ConvertAll(images, i => cache?.Load(i));
        ScorerImage[] unknown = [.. images.Where((_, i) => known[i] is null)];
        var found = new Queue<ScriptDescription>(unknown.Length == 0 ? [] : host.Describe(unknown, allowlist, timeout, cancellationToken));

        return [.. images.Zip(known, (image, description) =>
        {
            if (description is null)
            {
                description = found.Dequeue();
                cache?.Store(image, description);
            }

            return description;
        })];
    }

    private sealed record Loaded(ScorerDescription Scorer, ScorerImage Image);
}
