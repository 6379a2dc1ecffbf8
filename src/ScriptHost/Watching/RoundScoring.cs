using ScriptHost.Containment;
using ScriptHost.Runs;
using ScriptHost.Traces;
using ScriptHost.Workers;

namespace ScriptHost.Watching;

/// <summary>Scores round after round, in workers that stay. Each round gives the whole results; what of them is scored anew rests on what changed.</summary>
/// <param name="options">What to score, where, and the limits.</param>
internal sealed class RoundScoring(RunOptions options) : IDisposable
{
    private readonly Dictionary<string, ScriptDescription> known = new(StringComparer.Ordinal);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("scripthost-watch-");
    private DescribedHost? host;
    private IReadOnlyList<object?> readable = [];
    private FinishedRound? before;
    private int rounds;

    /// <summary>What of the operating system holds scripts; null where they run in this process, and before it is known.</summary>
    public ContainmentReport? Containment => host?.Containment;

    /// <summary>Where the next round's scripts run: the host of the round before, unless it cannot be used any more.</summary>
    public IScoringHost Host()
    {
        // Workers may read what was there when they started: a file of the same name that took its place is another one.
        var now = Readable();
        if (host is null || host.Hung.IsCompleted || !now.SequenceEqual(readable))
        {
            host?.Dispose();
            host = new(ScoringHost.For(options), known);
            readable = now;
        }

        return host;
    }

    /// <summary>Scores what has to be.</summary>
    /// <param name="loaded">The scorers, without errors.</param>
    /// <param name="tracesChanged">Whether traces may be other ones than in the round before.</param>
    /// <param name="cancellationToken">Ends the round early.</param>
    /// <exception cref="InputException">Traces cannot be read, or workers not be kept.</exception>
    public Round Score(LoadReport loaded, bool tracesChanged, CancellationToken cancellationToken)
    {
        Host().Prepare(loaded);
        var scorers = loaded.Sampled();
        var identity = RunIdentity.Of(scorers, options, new InputSearch().Find(options.Traces));
        if (!tracesChanged && before is not null && before.IsSame(identity, scorers))
        {
            var isSame = identity.Preset == before.Identity.Preset;
            var judged = (before.Run with { Preset = scorers.Preset }).Judged(RunVerdicts.Of(scorers.Preset, before.Run.Metrics));
            before = before with { Identity = identity, Run = judged };

            return new(before.Run, [], isSame);
        }

        var record = Path.Combine(folder.FullName, $"round-{rounds++}");
        var run = Run(scorers, record, cancellationToken);
        if (run.EndedEarly is null)
        {
            if (before is not null)
            {
                File.Delete(before.Record);
            }

            before = new(identity, run with { Reused = null }, record);
        }
        else if (options.Isolation == Isolation.None)
        {
            // What hangs in this process hangs on, and would be taken for the next round's.
            host?.Dispose();
            host = null;
        }

        // The rounds are one run to whoever looks.
        return new(run with { Reused = null }, [.. run.Outcomes.Select((o, i) => (o.Scorer, Anew(o, run.Reused?.Outcomes[i] ?? 0)))], IsSame: false);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        host?.Dispose();
        folder.Delete(recursive: true);
    }

    private static long Anew(ScorerOutcomes outcomes, long reused) => outcomes.Scored + outcomes.Error + outcomes.NotApplicable - reused;

    private RunRecord Run(LoadReport scorers, string record, CancellationToken cancellationToken)
    {
        using var journal = Journal.Create(record, new(Path.GetFileName(record), TimeProvider.System.GetUtcNow(), Environment.CurrentDirectory, []));
        using var earlier = before is null ? null : EarlierRun.Open(before.Record);

        return RunEngine.Run(options, scorers, Host(), journal, earlier, static (in _, in _) => { }, progress: null, cancellationToken);
    }

    private List<object?> Readable() =>
        [.. InputRoots.Of(options.Traces).SelectMany(r => (object?[])[r, OperatingSystem.IsWindows() ? null : FileOwner.Identity(r)])];
}
