using ScriptHost.Runs;
using ScriptHost.Scoring;

namespace ScriptHost.Workers;

/// <summary>A thread's workers: one for each group of scorers. Used by one thread.</summary>
/// <param name="hiring">Where workers come from.</param>
internal sealed class WorkerSeats(Hiring hiring) : IDisposable
{
    private readonly Dictionary<(WorkerRights Rights, int Number), WorkerSeat> seats = [];

    /// <summary>The seat of workers with some rights.</summary>
    /// <param name="rights">The rights.</param>
    /// <param name="number">Tells seats of the same rights apart.</param>
    public WorkerSeat For(WorkerRights rights, int number = 0)
    {
        if (!seats.TryGetValue((rights, number), out var seat))
        {
            seat = new(hiring, rights);
            seats.Add((rights, number), seat);
        }

        return seat;
    }

    /// <summary>Scores the traces of a shard.</summary>
    public void Score(IReadOnlyList<WorkerGroup> groups, ShardResult partial, ShardOrder order, CancellationToken cancellationToken)
    {
        if (groups is [var all])
        {
            For(all.Rights).Score(all, partial, order, cancellationToken);

            return;
        }

        var parts = groups.Select((group, i) =>
        {
            var part = new ShardResult(partial.Shard, group.Format());
            For(group.Rights, i).Score(group, part, order with { Strikes = group.Strikes(order.Strikes) }, cancellationToken);

            return part;
        }).ToList();
        Join(groups, parts, partial);
        parts.ForEach(p => p.Dispose());
    }

    /// <summary>Scores a batch of sessions.</summary>
    public void Score(IReadOnlyList<WorkerGroup> groups, SessionResult batch, SessionOrder order, SessionInputs inputs, CancellationToken cancellationToken)
    {
        if (groups is [var all])
        {
            For(all.Rights).Score(all, batch, order, inputs, cancellationToken);

            return;
        }

        var parts = groups.Select((group, i) => (Group: group, Index: i)).Where(g => g.Group.Scorers.Any(s => s.Level == ScorerLevel.Session)).Select(g =>
        {
            var part = new SessionResult(batch.Index, batch.Sessions);
            For(g.Group.Rights, g.Index).Score(g.Group, part, order with { Strikes = g.Group.Strikes(order.Strikes) }, inputs, cancellationToken);

            return part;
        }).ToList();
        var places = Places(groups);
        for (var unit = 0; unit < parts.Min(p => p.Outcomes.Count); unit++)
        {
            batch.Add([.. parts.SelectMany(p => p.Outcomes[unit]).OrderBy(o => places[o.Scorer])]);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var seat in seats.Values)
        {
            seat.Dispose();
        }
    }

    // Every part has the same documents; one that was cancelled has fewer of them, and what stands behind is not taken from any.
    private static void Join(IReadOnlyList<WorkerGroup> groups, IReadOnlyList<ShardResult> parts, ShardResult whole)
    {
        var places = Places(groups);
        var traces = parts.Select(p => p.Traces().GetEnumerator()).ToList();
        while (traces.TrueForAll(t => t.MoveNext()))
        {
            whole.Add(traces[0].Current with
            {
                Json = traces.Select(t => t.Current.Json).FirstOrDefault(json => !json.IsEmpty),
                Outcomes = [.. traces.SelectMany(t => t.Current.Outcomes).OrderBy(o => places[o.Scorer])],
            });
        }

        var shortest = parts.MinBy(p => p.Count + p.Faults.Count) ?? parts[0];
        whole.AddRest(shortest, isComplete: parts.All(p => p.IsComplete));
    }

    // Where each scorer stands in the order of the run.
    private static Dictionary<string, int> Places(IReadOnlyList<WorkerGroup> groups) =>
        groups.SelectMany(g => g.Scorers.Zip(g.Indexes)).ToDictionary(s => s.First.Name, s => s.Second, StringComparer.Ordinal);
}
