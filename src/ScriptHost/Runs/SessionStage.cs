using ScriptHost.Records;
using ScriptHost.Traces;

namespace ScriptHost.Runs;

/// <summary>The part of a run that scores sessions, when all traces are taken: batch by batch.</summary>
/// <param name="options">What to do.</param>
/// <param name="format">How outcomes are written.</param>
/// <param name="arguments">The inputs.</param>
/// <param name="merge">Where results go.</param>
/// <param name="host">Where the scorers run.</param>
/// <param name="journal">Where what is done is noted and found; null notes nothing.</param>
/// <param name="reuse">What is taken over from an earlier run; null when nothing is.</param>
internal sealed class SessionStage(
    RunOptions options, OutcomeFormat format, IReadOnlyList<InputArgument> arguments, RunMerge merge, IScoringHost host, Journal? journal, Reuse? reuse)
{
    private const int SessionsInBatch = 32;

    private readonly SessionInputs inputs = Inputs([.. arguments.SelectMany(a => a.Files)], merge.Kept);

    /// <summary>How many batches may be under way at once.</summary>
    public int Ahead => (2 * options.Jobs) + 2;

    /// <summary>The batches, to be filled; made as they are asked for.</summary>
    public IEnumerable<SessionResult> Batches() =>
        merge.Sessions.InOrder().Chunk(SessionsInBatch).Select((batch, i) => new SessionResult(i, batch, format, reuse));

    /// <summary>Fills a batch; may be called side by side, in the order of batches.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="cancellationToken">Ends it early; what was scored stays.</param>
    public Task ScoreAsync(SessionResult batch, CancellationToken cancellationToken)
    {
        if (journal?.Recall(batch) == true)
        {
            return Task.CompletedTask;
        }

        var reused = reuse is null ? ReusedPairs.None : new ReuseLook(reuse, mayFill: true).At(batch);

        return batch.IsComplete
            ? Task.CompletedTask
            : host.ScoreAsync(batch, new() { Strikes = merge.Outcomes.Quarantine.Held, Reused = reused }, inputs, cancellationToken);
    }

    /// <summary>Takes the next batch. It is noted before it is told: whatever is told can be told again.</summary>
    public void Take(SessionResult batch)
    {
        batch.Seal();
        if (batch.IsComplete && !batch.IsRecalled)
        {
            journal?.Note(batch);
        }

        merge.Take(batch);
    }

    private static SessionInputs Inputs(InputFile[] files, KeptDocuments kept) => new(i => files[i].Path, kept.Read);
}
