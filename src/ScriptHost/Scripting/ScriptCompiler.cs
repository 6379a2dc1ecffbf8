namespace ScriptHost.Scripting;

/// <summary>
/// Compiles scripts in a process of its own, or takes them from the cache. The compiler is never loaded here: only
/// <see cref="ScriptBuild"/> and what it calls know Roslyn.
/// </summary>
/// <param name="allowlist">What scripts may use.</param>
/// <param name="cache">Where compiled scripts are kept; null keeps none.</param>
internal sealed class ScriptCompiler(AllowlistText allowlist, CompileCache? cache)
{
    private const int WorthTwoThreads = 20;

    /// <summary>The longest that compiling one script may take, in wall-clock time.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Compiles scripts; a fault of one does not keep the others from being compiled.</summary>
    /// <param name="sources">The scripts.</param>
    /// <param name="cancellationToken">Stops compiling.</param>
    /// <returns>One result a source, in the same order.</returns>
    /// <exception cref="OperationCanceledException">The token fired.</exception>
    public IReadOnlyList<CompileResult> Compile(IReadOnlyList<ScriptSource> sources, CancellationToken cancellationToken)
    {
        var results = new CompileResult[sources.Count];
        var misses = new List<int>();
        for (var i = 0; i < sources.Count; i++)
        {
            if (cache?.Load(sources[i], allowlist.Hash) is { } cached)
            {
                results[i] = cached;
            }
            else
            {
                misses.Add(i);
            }
        }

        if (misses.Count > 0)
        {
            CompileMisses(sources, misses, results, cancellationToken);
        }

        return results;
    }

    /// <summary>What is to say of several scripts: all diagnostics, sorted by path and place, each once.</summary>
    /// <param name="results">The results.</param>
    public static IReadOnlyList<Diagnostic> Diagnostics(IEnumerable<CompileResult> results) =>
        [.. results.SelectMany(r => r.Diagnostics).Distinct().Order(DiagnosticOrder.Instance)];

    private void CompileMisses(IReadOnlyList<ScriptSource> sources, List<int> misses, CompileResult[] results, CancellationToken cancellationToken)
    {
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = misses.Count < WorthTwoThreads ? 1 : 2,
            CancellationToken = cancellationToken,
        };
        Parallel.ForEach(misses, options, i =>
        {
            results[i] = CompilerProcess.Compile(sources[i], allowlist, Deadline, cancellationToken);
            cache?.Store(results[i], allowlist.Hash);
        });
    }
}
