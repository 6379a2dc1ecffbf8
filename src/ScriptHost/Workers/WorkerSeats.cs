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
            var part = new ShardResult(partial.Shard);
            At(i).Score(group, part, order with { Strikes = [order.Strikes[i]] }, cancellationToken);

            return part;
        }).ToList();
        partial.Append(Joined(parts));
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

    // Every part has the same documents; a part that was cancelled has fewer of them.
    private static ShardResult Joined(IReadOnlyList<ShardResult> parts)
    {
        var shortest = parts.MinBy(p => p.Traces.Count + p.Faults.Count) ?? parts[0];
        var joined = new ShardResult(shortest.Shard);
        for (var i = 0; i < shortest.Traces.Count; i++)
        {
            joined.Add(shortest.Traces[i] with
            {
                Json = parts.Select(p => p.Traces[i].Json).FirstOrDefault(json => !json.IsEmpty),
                Outcomes = [.. parts.SelectMany(p => p.Traces[i].Outcomes)],
            });
        }

        foreach (var fault in shortest.Faults)
        {
            joined.Add(fault);
        }

        foreach (var piece in shortest.Pieces)
        {
            joined.Add(piece);
        }

        if (parts.All(p => p.IsComplete))
        {
            joined.Complete();
        }

        return joined;
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
