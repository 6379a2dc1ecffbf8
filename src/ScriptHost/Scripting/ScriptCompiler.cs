using System.Collections.Concurrent;

namespace ScriptHost.Scripting;

/// <summary>
/// Compiles scripts in a process of its own, or takes them from the cache. The compiler is never loaded here: only
/// <see cref="ScriptBuild"/> and what it calls know Roslyn.
/// </summary>
/// <param name="allowlist">What scripts may use.</param>
/// <param name="cache">Where compiled scripts are kept; null keeps none.</param>
internal sealed class ScriptCompiler(AllowlistText allowlist, CompileCache? cache)
{
    // They share the memory of one process.
    private const int MostThreads = 8;

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
        var refused = new Diagnostic?[sources.Count];
        var misses = new List<int>();
        for (var i = 0; i < sources.Count; i++)
        {
            var cached = cache?.Load(sources[i], allowlist);
            if (cached is { Image: not null })
            {
                results[i] = cached with { IsCached = true };
            }
            else
            {
                refused[i] = cached is null ? null : Refused(cached);
                misses.Add(i);
            }
        }

        if (misses.Count > 0)
        {
            CompileMisses(sources, misses, results, cancellationToken);
        }

        return [.. results.Zip(refused, (result, warning) => warning is null ? result : result with { Diagnostics = [.. result.Diagnostics, warning] })];
    }

    /// <summary>Gets a compiler ready for scripts that come later.</summary>
    public static void Prepare() => IdleCompilers.Prepare();

    /// <summary>What is to say of several scripts: all diagnostics, sorted by path and place, each once.</summary>
    /// <param name="results">The results.</param>
    public static IReadOnlyList<Diagnostic> Diagnostics(IEnumerable<CompileResult> results) =>
        [.. results.SelectMany(r => r.Diagnostics).Distinct().Order(DiagnosticOrder.Instance)];

    // The compiler's own images pass, so somebody else put this one there.
    private static Diagnostic Refused(CompileResult cached)
    {
        var first = cached.Diagnostics[0];

        return new(cached.Source.Path, 0, 0, Codes.CachedImage, Severity.Warning, $"The cached image of '{cached.Source.Name}' was refused and compiled anew ({first.Code}: {first.Message.TrimEnd('.')}).");
    }

    private void CompileMisses(IReadOnlyList<ScriptSource> sources, List<int> misses, CompileResult[] results, CancellationToken cancellationToken)
    {
        // It starts while the list is read.
        Prepare();
        var faults = allowlist.Read(out var list);
        if (list is null)
        {
            misses.ForEach(i => results[i] = new(sources[i], null, faults));

            return;
        }

        using var compiler = new SharedCompiler(allowlist, list, Deadline);
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = Math.Min(Environment.ProcessorCount, MostThreads),
            CancellationToken = cancellationToken,
        };

        // The longest first, so that it is not the last one, which all wait for.
        var ordered = misses.OrderByDescending(i => sources[i].Content.Length);
        Parallel.ForEach(Partitioner.Create(ordered, EnumerablePartitionerOptions.NoBuffering), options, i =>
        {
            results[i] = compiler.Compile(sources[i], cancellationToken);
            cache?.Store(results[i], allowlist.Hash);
        });
    }
}
