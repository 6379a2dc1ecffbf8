using ScriptHost.Plugins;
using ScriptHost.Scoring;

namespace ScriptHost.Runs;

/// <summary>
/// The scorers of one scoring thread, in the order of the run. Each thread loads scripts of its own, so that no two calls share what a
/// script keeps.
/// </summary>
internal sealed class ScorerSet : IDisposable
{
    private ScorerSet(IReadOnlyList<BoundScorer> scorers)
    {
        All = scorers;
        Session = [.. scorers.Index().Where(s => s.Item.Description.Level == ScorerLevel.Session)];
    }

    /// <summary>All of them.</summary>
    public IReadOnlyList<BoundScorer> All { get; }

    /// <summary>Those that are called on sessions, with their index among all.</summary>
    public IReadOnlyList<(int Index, BoundScorer Scorer)> Session { get; }

    /// <summary>Loads scorers that were loaded well before.</summary>
    /// <exception cref="InvalidOperationException">A scorer behaves otherwise than before.</exception>
    public static ScorerSet Load(IReadOnlyList<ScorerImage> images, RunOptions options) =>
        new([.. images.Select(i => Load(i, options))]);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var scorer in All)
        {
            scorer.Dispose();
        }
    }

    private static BoundScorer Load(ScorerImage image, RunOptions options)
    {
        var run = ScorerStart.Run(image, options.Timeout);
        if (run.Entry is null)
        {
            throw new InvalidOperationException(string.Join('\n', run.Diagnostics));
        }

        var (scorer, diagnostics) = EntryBinding.Bind(run.Entry, options.Settings.GetValueOrDefault(image.Name));

        return scorer ?? throw new InvalidOperationException(string.Join('\n', diagnostics));
    }
}
