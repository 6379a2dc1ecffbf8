using ScriptHost.Runs;

namespace ScriptHost.Workers;

/// <summary>
/// Finds out which pairs are to blame for the ends of workers in the course of one shard or batch: the one that a worker was killed over, and the one
/// at which two workers in succession ended by themselves. What somebody else kills is tried again.
/// </summary>
internal sealed class Suspicion
{
    // Somebody who kills every worker that starts must be told, not outlasted.
    private const int MostWithoutCause = 200;

    // The kernel kills what uses up the machine's memory: it looks like anybody's kill, but happens at the same place again and again.
    private const int MostKills = 5;

    // A worker that ends by itself before it is at anything will do so again.
    private const int MostFalseStarts = 3;

    private readonly List<Blame> blamed = [];
    private WorkerEnd last;
    private int times;
    private int withoutCause;
    private int falseStarts;
    private int furthest = -1;

    /// <summary>Pairs that are not tried again.</summary>
    public IReadOnlyList<Blame> Blamed => [.. blamed];

    /// <summary>Takes note of the next end of a worker.</summary>
    /// <exception cref="InputException">Workers end again and again, through no scorer's fault.</exception>
    public void Take(WorkerEnd end)
    {
        // Each goes on in a process of its own, where it shows.
        if (end.Cause == WorkerEndCause.Anybody)
        {
            return;
        }

        falseStarts = end is { Unit: < 0, Cause: WorkerEndCause.Itself } ? falseStarts + 1 : 0;
        if (falseStarts == MostFalseStarts)
        {
            throw new InputException($"Worker processes end before they can be asked anything, {MostFalseStarts} times in a row. {(end.LastWords.Length > 0 ? $"The last one said: {end.LastWords.Trim()}" : "They said nothing.")}");
        }

        // Whatever gets on is not outlasted.
        withoutCause = end.Unit > furthest ? 0 : withoutCause;
        furthest = Math.Max(furthest, end.Unit);
        times = times > 0 && (end.Unit, end.Scorer) == (last.Unit, last.Scorer) ? times + 1 : 1;
        last = end;
        if (end.Unit >= 0 && times >= Most(end.Cause))
        {
            blamed.Add(new(end.Unit, end.Scorer, end.Code));
            (times, withoutCause) = (0, 0);
        }
        else if (++withoutCause > MostWithoutCause)
        {
            throw new InputException($"Worker processes were ended {MostWithoutCause} times in a row, through no scorer's fault; the run can be resumed.");
        }
    }

    private static int Most(WorkerEndCause cause) => cause switch
    {
        WorkerEndCause.Parent => 1,
        WorkerEndCause.Itself => 2,
        _ => MostKills,
    };
}
