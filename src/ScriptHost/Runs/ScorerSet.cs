using ScriptHost.Plugins;
using ScriptHost.Scoring;

namespace ScriptHost.Runs;

/// <summary>
/// The scorers of one scoring thread, in the order of the run. Each thread loads scripts of its own, so that no two calls share what a
/// script keeps.
/// </summary>
internal sealed class ScorerSet : IDisposable
{
    // Not the calls' deadline: this is done for each worker anew, while the machine may be busy with others, and it ended well before.
    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(30);

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
    /// <exception cref="InputException">A scorer behaves otherwise than before.</exception>
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
        var run = ScorerStart.Run(image, StartTime);
        if (run.Entry is null)
        {
            throw Changed(image, run.Diagnostics);
        }

        var (scorer, diagnostics) = EntryBinding.Bind(run.Entry, options.Settings.GetValueOrDefault(image.Name));

        return scorer ?? throw Changed(image, diagnostics);
    }

    private static InputException Changed(ScorerImage image, IEnumerable<Diagnostic> diagnostics) =>
        new($"Scorer '{image.Name}' started well at first and then did not; its first code must do the same each time. {string.Join('\n', diagnostics)}");
}
