using ScriptHost.Records;
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

    /// <summary>Has a worker start its scripts before there is work, where one worker has all of them.</summary>
    public void Open(IReadOnlyList<WorkerGroup> groups)
    {
        if (groups is [var all])
        {
            For(all.Rights).Open(all);
        }
    }

    /// <summary>Scores the traces of a shard.</summary>
    public void Score(IReadOnlyList<WorkerGroup> groups, ShardResult partial, ShardOrder order, CancellationToken cancellationToken)
    {
        if (groups is [var all])
        {
            For(all.Rights).Score(all, partial, order, cancellationToken);

            return;
        }

        var parts = groups.Select(group => new ShardResult(partial.Shard, new(group.Format))).ToList();
        try
        {
            for (var i = 0; i < parts.Count; i++)
            {
                For(groups[i].Rights, i).Score(groups[i], parts[i], groups[i].Only(order), cancellationToken);
            }

            Join(groups, parts, partial);
        }
        finally
        {
            parts.ForEach(p => p.Dispose());
        }
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
            var part = new SessionResult(batch.Index, batch.Sessions, g.Group.Format);
            For(g.Group.Rights, g.Index).Score(g.Group, part, g.Group.Only(order), inputs, cancellationToken);

            return (g.Group, Result: part);
        }).ToList();
        Join(parts, batch);
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
        var join = new OutcomeJoin(groups.Sum(g => g.Indexes.Count));
        var writer = new WireWriter();
        var places = new int[parts.Count];
        for (var count = parts.Min(p => p.Count); count > 0; count--)
        {
            TraceView trace = default;
            ReadOnlySpan<byte> json = default;
            for (var i = 0; i < places.Length; i++)
            {
                parts[i].TryTake(ref places[i], out trace);
                join.Add(trace.Outcomes, groups[i].Indexes);
                json = json.IsEmpty ? trace.Json : json;
            }

            writer.Clear();
            trace.Write(writer, json, join);
            whole.Add(writer.Written);
        }

        var shortest = parts.MinBy(p => p.Count + p.Faults.Count) ?? parts[0];
        whole.AddRest(shortest, isComplete: parts.All(p => p.IsComplete));
    }

    private static void Join(IReadOnlyList<(WorkerGroup Group, SessionResult Result)> parts, SessionResult whole)
    {
        var join = new OutcomeJoin(parts.Max(p => p.Group.Indexes.Max()) + 1);
        var writer = new WireWriter();
        for (var unit = 0; unit < parts.Min(p => p.Result.Count); unit++)
        {
            writer.Clear();
            writer.Write(parts[0].Result.Outcomes(unit).Unit.TraceId);
            foreach (var (group, result) in parts)
            {
                join.Add(result.Outcomes(unit), group.Indexes);
            }

            join.Write(writer);
            whole.AddWritten(writer.Written);
        }
    }
}
