using ScriptHost.Plugins;
using ScriptHost.Runs;
using ScriptHost.Scoring;
using ScriptHost.Scripting;

namespace ScriptHost.Workers;

/// <summary>
/// Where one worker after the other sits: whichever ends is replaced, and what it was at is gone on with. Used by one thread.
/// </summary>
/// <param name="hiring">Where workers come from.</param>
/// <param name="rights">What its workers may do.</param>
internal sealed class WorkerSeat(Hiring hiring, WorkerRights rights) : IDisposable
{
    // Scripts have a deadline of their own within the worker; this is for a worker that does not answer at all.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);

    private readonly WorkerTalk talk = new(hiring);
    private Worker? worker;
    private object? knows;

    /// <summary>Runs a scorer's first code and says what it is.</summary>
    /// <param name="images">All that the seat's workers are to describe.</param>
    /// <param name="index">Which of them.</param>
    /// <param name="allowlist">What scripts may use.</param>
    /// <param name="timeout">The longest that a script's top level, or making an instance of a class, may take, in wall-clock time.</param>
    /// <param name="cancellationToken">Stops.</param>
    public ScriptDescription Describe(
        IReadOnlyList<ScorerImage> images, int index, AllowlistText allowlist, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var image = images[index];
        var suspicion = new Suspicion();
        while (suspicion.Blamed.Count == 0)
        {
            var isSilent = false;
            try
            {
                var asked = Ready(images, ready => talk.Tell(ready, allowlist, images));
                using var stop = cancellationToken.Register(asked.Kill);
                using var silence = new Timer(
                    _ =>
                    {
                        Volatile.Write(ref isSilent, true);
                        asked.Kill();
                    },
                    state: null,
                    timeout + Silence,
                    Timeout.InfiniteTimeSpan);
                var description = talk.Describe(asked, index, image, timeout);
                if (description.Diagnostics.Any(d => d.Code == FaultCode.TopLevelHangs))
                {
                    // It is still at it.
                    LetGo(isAtWork: true);
                }

                return description;
            }
            catch (Exception gone) when (gone is IOException or InvalidDataException)
            {
                var end = LetGo(gone);
                cancellationToken.ThrowIfCancellationRequested();
                suspicion.Take(isSilent ? end with { Cause = WorkerEndCause.Itself } : end);
            }
        }

        return new(null, [Crashed(image, suspicion.Blamed[0].Code)]);
    }

    /// <summary>Tells a worker what it is for, before there is work. What goes wrong is not held against anybody: it shows again with the first work.</summary>
    public void Open(WorkerGroup group)
    {
        try
        {
            Ready(group, ready => talk.Open(ready, group));
        }
        catch (Exception gone) when (gone is IOException or InvalidDataException)
        {
            LetGo(gone);
        }
    }

    /// <summary>Scores the traces of a shard.</summary>
    public void Score(WorkerGroup group, ShardResult partial, ShardOrder order, CancellationToken cancellationToken) => Persist(
        group,
        (asked, blamed) => talk.Score(asked, partial, partial.Rest(order with { Blamed = blamed })),
        cancellationToken);

    /// <summary>Scores a batch of sessions.</summary>
    public void Score(WorkerGroup group, SessionResult batch, SessionOrder order, SessionInputs inputs, CancellationToken cancellationToken) => Persist(
        group,
        (asked, blamed) => talk.Score(asked, batch, batch.Rest(order with { Blamed = blamed }), inputs),
        cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (worker is not null)
        {
            hiring.LetGo(worker);
            worker = null;
        }
    }

    private static Diagnostic Crashed(ScorerImage image, string code) => new(image.Path, 1, 1, FaultCode.TopLevelCrashed, Severity.Error, $"{Place(image)} {code switch
    {
        ErrorCode.StackOverflow => "calls itself until the stack is full",
        ErrorCode.OutOfMemory => "needs more memory than it may have",
        _ => "ends the process that it runs in",
    }}; it must only declare its entry.");

    private static string Place(ScorerImage image) => image is ScorerImage.Plugin ? $"Making an instance of the class of '{image.Name}'" : $"The top level of script '{image.Name}'";

    // A worker that was told what it is for.
    private Worker Ready(object purpose, Action<Worker> tell)
    {
        worker ??= hiring.Start(rights);
        if (!ReferenceEquals(knows, purpose))
        {
            tell(worker);
            knows = purpose;
        }

        return worker;
    }

    private WorkerEnd LetGo(Exception gone)
    {
        var end = gone is WorkerStartException early ? early.End : LetGo(isAtWork: gone is InvalidDataException);
        if (end.Cause == WorkerEndCause.SomebodyElse)
        {
            hiring.StandBy();
        }

        return end;
    }

    private WorkerEnd LetGo(bool isAtWork)
    {
        var end = worker?.End(isAtWork) ?? throw new InvalidOperationException("There is no worker to let go.");
        Dispose();
        knows = null;

        return end;
    }

    private void Persist(WorkerGroup group, Action<Worker, IReadOnlyList<Blame>> ask, CancellationToken cancellationToken)
    {
        var suspicion = new Suspicion();
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                var asked = Ready(group, ready => talk.Open(ready, group));
                using var stop = cancellationToken.Register(asked.Kill);
                ask(asked, suspicion.Blamed);

                return;
            }
            catch (Exception gone) when (gone is IOException or InvalidDataException)
            {
                suspicion.Take(LetGo(gone));
            }
        }
    }
}
