using ScriptHost.Runs;
using ScriptHost.Scoring;

namespace ScriptHost.Workers;

/// <summary>A thread's workers: one for each group of scorers. Used by one thread.</summary>
/// <param name="hiring">Where workers come from.</param>
internal sealed class WorkerSeats(Hiring hiring) : IDisposable
{
    private readonly List<WorkerSeat> seats = [new(hiring)];

    /// <summary>The worker of the first group.</summary>
    public WorkerSeat First => seats[0];

    /// <summary>Scores the traces of a shard.</summary>
    public void Score(IReadOnlyList<WorkerGroup> groups, ShardResult partial, ShardOrder order, CancellationToken cancellationToken)
    {
        if (groups is [var all])
        {
            First.Score(all, partial, order, cancellationToken);

            return;
        }

        var parts = groups.Select((group, i) =>
        {
            var part = new ShardResult(partial.Shard, group.Format());
            At(i).Score(group, part, order with { Strikes = [order.Strikes[i]] }, cancellationToken);

            return part;
        }).ToList();
        Join(parts, partial);
        parts.ForEach(p => p.Dispose());
    }

    /// <summary>Scores a batch of sessions.</summary>
    public void Score(IReadOnlyList<WorkerGroup> groups, SessionResult batch, SessionOrder order, SessionInputs inputs, CancellationToken cancellationToken)
    {
        if (groups is [var all])
        {
            First.Score(all, batch, order, inputs, cancellationToken);

            return;
        }

        var parts = groups.Select((group, i) => (Group: group, Index: i)).Where(g => g.Group.Scorers.Any(s => s.Level == ScorerLevel.Session)).Select(g =>
        {
            var part = new SessionResult(batch.Index, batch.Sessions);
            At(g.Index).Score(g.Group, part, order with { Strikes = [order.Strikes[g.Index]] }, inputs, cancellationToken);

            return part;
        }).ToList();
        for (var unit = 0; unit < parts.Min(p => p.Outcomes.Count); unit++)
        {
            batch.Add([.. parts.SelectMany(p => p.Outcomes[unit])]);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => seats.ForEach(s => s.Dispose());

    // Every part has the same documents; one that was cancelled has fewer of them, and what stands behind is not taken from any.
    private static void Join(IReadOnlyList<ShardResult> parts, ShardResult whole)
    {
        var traces = parts.Select(p => p.Traces().GetEnumerator()).ToList();
        while (traces.TrueForAll(t => t.MoveNext()))
        {
            whole.Add(traces[0].Current with
            {
                Json = traces.Select(t => t.Current.Json).FirstOrDefault(json => !json.IsEmpty),
                Outcomes = [.. traces.SelectMany(t => t.Current.Outcomes)],
            });
        }

        var shortest = parts.MinBy(p => p.Count + p.Faults.Count) ?? parts[0];
        whole.AddRest(shortest, isComplete: parts.All(p => p.IsComplete));
    }

    private WorkerSeat At(int index)
    {
        while (seats.Count <= index)
        {
            seats.Add(new(hiring));
        }

        return seats[index];
    }
}
