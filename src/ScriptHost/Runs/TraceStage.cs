using ScriptHost.Records;
using ScriptHost.Traces;

namespace ScriptHost.Runs;

/// <summary>The part of a run that scores traces: shard by shard, and no more of them than the limit leaves.</summary>
/// <param name="options">What to do.</param>
/// <param name="format">How traces are written.</param>
/// <param name="arguments">The inputs.</param>
/// <param name="merge">Where results go.</param>
/// <param name="host">Where the scorers run.</param>
/// <param name="journal">Where what is done is noted and found; null notes nothing.</param>
/// <param name="reuse">What is taken over from an earlier run; null when nothing is.</param>
internal sealed class TraceStage(
    RunOptions options, ShardFormat format, IReadOnlyList<InputArgument> arguments, RunMerge merge, IScoringHost host, Journal? journal, Reuse? reuse)
{
    /// <summary>How many shards may be under way at once. With a limit it is one: what may be scored next depends on what was taken before.</summary>
    public int Ahead => options.Limit is null ? (2 * options.Jobs) + 2 : 1;

    /// <summary>The shards, to be filled; made as they are asked for, until the limit is reached.</summary>
    public IEnumerable<ShardResult> Shards() =>
        ShardPlan.Of(arguments).TakeWhile(_ => options.Limit is not { } limit || merge.Selected < limit).Select(Empty);

    /// <summary>Fills a shard; may be called side by side, in the order of shards.</summary>
    /// <param name="shard">The shard.</param>
    /// <param name="cancellationToken">Ends it early; what was scored stays.</param>
    public Task ScoreAsync(ShardResult shard, CancellationToken cancellationToken)
    {
        if (journal?.Recall(shard) == true)
        {
            return Task.CompletedTask;
        }

        // Most runs need no more than this; what is async is compiled at each start of the program.
        return reuse is null && options.Limit is null
            ? host.ScoreAsync(shard, new() { Strikes = merge.Outcomes.Quarantine.Held }, cancellationToken)
            : ScoreRestAsync(shard, cancellationToken);
    }

    /// <summary>Takes the next shard. It is noted before it is told: whatever is told can be told again.</summary>
    public void Take(ShardResult shard)
    {
        shard.Seal();
        if (shard.IsComplete && !shard.IsRecalled)
        {
            journal?.Note(shard);
        }

        merge.Take(shard);
        shard.Dispose();
    }

    // What an earlier run did not do, as far as the limit leaves it.
    private async Task ScoreRestAsync(ShardResult shard, CancellationToken cancellationToken)
    {
        var reused = reuse is null ? ReusedPairs.None : await Task.Run(() => new ReuseLook(reuse, mayFill: options.Limit is null).At(shard)).ConfigureAwait(false);
        if (shard.IsComplete)
        {
            return;
        }

        var order = new ShardOrder { Strikes = merge.Outcomes.Quarantine.Held, Reused = reused };
        if (options.Limit is null)
        {
            await host.ScoreAsync(shard, order, cancellationToken).ConfigureAwait(false);

            return;
        }

        while (!shard.IsComplete && !cancellationToken.IsCancellationRequested && Wanted(shard) is > 0 and var most)
        {
            using var more = Empty(shard.Shard);
            await host.ScoreAsync(more, order with { Most = most }, cancellationToken).ConfigureAwait(false);
            order = more.Rest(order);
            shard.Append(more);
        }
    }

    private static HashSet<TraceKey> Selected(ShardResult shard)
    {
        var selected = new HashSet<TraceKey>();
        foreach (var trace in shard.Traces())
        {
            if (trace.IsSelected)
            {
                selected.Add(trace.Unit.Key);
            }
        }

        return selected;
    }

    private ShardResult Empty(Shard shard) => new(shard, format, reuse);

    // How many traces the limit leaves when the shard's are taken; of those with the same id one.
    private int Wanted(ShardResult shard) => (int)((options.Limit ?? 0) - merge.Selected)
        - Selected(shard).Count(trace => !merge.IsSeen(trace));
}
