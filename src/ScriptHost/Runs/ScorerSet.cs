using System.Text.Json.Nodes;
using ScriptHost.Contract;
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

    private readonly TraceFilter?[] filters;
    private readonly double[] samples;
    private readonly List<Loaded> own = [];

    private ScorerSet(IReadOnlyList<ScorerImage> images, IReadOnlyList<ScorerSetup> setups, IReadOnlyList<BoundScorer> scorers)
    {
        // In a loop and into arrays: LINQ over structs is compiled at every start of a worker.
        All = scorers;
        filters = new TraceFilter?[scorers.Count];
        samples = new double[scorers.Count];
        var session = new (int, BoundScorer)[scorers.Count(s => s.Description.Level == ScorerLevel.Session)];
        var sessions = 0;
        for (var i = 0; i < scorers.Count; i++)
        {
            own.Add(new(images[i], setups[i], scorers[i]));
            filters[i] = setups[i].Where is { } where ? TraceFilter.Parse(where) : null;
            samples[i] = setups[i].Sample;
            if (scorers[i].Description.Level == ScorerLevel.Session)
            {
                session[sessions++] = (i, scorers[i]);
            }
        }

        Session = session;
    }

    /// <summary>All of them.</summary>
    public IReadOnlyList<BoundScorer> All { get; }

    /// <summary>Those that are called on sessions, with their index among all.</summary>
    public IReadOnlyList<(int Index, BoundScorer Scorer)> Session { get; }

    /// <summary>Loads scorers that were loaded well before.</summary>
    /// <param name="images">Their code.</param>
    /// <param name="setups">How each is called, in the same order.</param>
    /// <param name="unloads">Whether scripts can be unloaded with the set.</param>
    /// <param name="before">The set that it takes the place of: scripts that are the same in both stay loaded, and are this one's. Null when there is none.</param>
    /// <exception cref="InputException">A scorer behaves otherwise than before.</exception>
    public static ScorerSet Load(IReadOnlyList<ScorerImage> images, IReadOnlyList<ScorerSetup> setups, bool unloads, ScorerSet? before = null)
    {
        BoundScorer?[] scorers = [.. images.Zip(setups, (image, setup) => before?.Give(image, setup))];
        var next = -1;

        // To start a script is mostly to have code of it and for it compiled, which two threads can have done side by side.
        var beside = scorers.Length > 1 ? Task.Factory.StartNew(LoadRest, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default) : Task.CompletedTask;
        try
        {
            LoadRest();
        }
        finally
        {
            // Whatever went wrong here, nothing goes on behind whoever is told of it.
            beside.GetAwaiter().GetResult();
        }

        return new(images, setups, [.. scorers.OfType<BoundScorer>()]);

        void LoadRest()
        {
            while (Interlocked.Increment(ref next) is var i && i < scorers.Length)
            {
                scorers[i] ??= Load(images[i], setups[i], unloads);
            }
        }
    }

    /// <summary>Why a scorer's own filter or sample leaves a unit out, one sentence; null when it takes it.</summary>
    /// <param name="index">The scorer.</param>
    /// <param name="traces">The unit: a trace, or all of a session, of which one must match.</param>
    public string? Exclude(int index, IReadOnlyList<TraceContent> traces)
    {
        var isSession = All[index].Description.Level == ScorerLevel.Session;
        if (filters[index] is { } filter && !traces.Any(filter.Matches))
        {
            return isSession ? $"No trace of the session is one that the scorer's 'where' takes: {filter}." : $"The scorer's 'where' leaves it out: {filter}.";
        }

        return UnitSample.Takes(samples[index], isSession && traces[0].SessionId is { } session ? session : traces[0].Id) ? null : UnitSample.Reason(samples[index]);
    }

    /// <summary>The same of a trace. Most scorers have neither filter nor sample, and no list is made to find that out.</summary>
    /// <param name="index">The scorer.</param>
    /// <param name="trace">The trace.</param>
    public string? Exclude(int index, TraceContent trace) => filters[index] is null && samples[index] >= 1 ? null : Exclude(index, [trace]);

    /// <inheritdoc/>
    public void Dispose()
    {
        own.ForEach(o => o.Scorer.Dispose());
        own.Clear();
    }

    private BoundScorer? Give(ScorerImage image, ScorerSetup setup)
    {
        var index = own.FindIndex(o => o.Image.IsSameScript(image) && o.Setup.Name == setup.Name && JsonNode.DeepEquals(o.Setup.Settings, setup.Settings));
        if (index < 0)
        {
            return null;
        }

        var given = own[index].Scorer;
        own.RemoveAt(index);

        return given;
    }

    private static BoundScorer Load(ScorerImage image, ScorerSetup setup, bool unloads)
    {
        var run = ScorerStart.Run(image, StartTime, unloads);
        if (run.Entry is null)
        {
            throw Changed(image, run.Diagnostics);
        }

        var (scorer, diagnostics) = EntryBinding.Bind(run.Entry, setup.Settings, setup.Name);

        return scorer ?? throw Changed(image, diagnostics);
    }

    private static InputException Changed(ScorerImage image, IEnumerable<Diagnostic> diagnostics) =>
        new($"Scorer '{image.Name}' started well at first and then did not; its first code must do the same each time. {string.Join('\n', diagnostics)}");

    private sealed record Loaded(ScorerImage Image, ScorerSetup Setup, BoundScorer Scorer);
}
