using System.Globalization;
using ScriptHost.Containment;
using ScriptHost.Plugins;
using ScriptHost.Records;
using ScriptHost.Runs;

namespace ScriptHost.Workers;

/// <summary>
/// A worker: runs scripts in a process of its own, or beside other workers in one. It does what frames of its lane on the standard input ask for, one after the
/// other, and tells what comes of it on the standard output. The process ends with its input. Whoever started it kills it when a call takes too long.
/// </summary>
internal sealed class WorkerService : IDisposable
{
    /// <summary>The program's hidden argument that starts it; the path of its <see cref="StatusPage"/> and the <see cref="Number"/> of workers follow.</summary>
    public const string Verb = "worker";

    // Deep recursion in a script ends the process; a large stack leaves honest recursion room.
    private const int StackSize = 16 << 20;

    private readonly FrameStream frames;
    private readonly StatusSlot page;
    private readonly CallSlot slot;
    private readonly WireWriter writer = new();
    private IReadOnlyList<ScorerImage> images = [];
    private OutcomeFormat outcomes = new([]);
    private ScorerSet? set;
    private ShardScoring? scoring;
    private Watchdog? watchdog;

    private WorkerService(FrameStream frames, StatusSlot page, bool isShared)
    {
        this.frames = frames;
        this.page = page;
        slot = new(page, isShared);
    }

    private ShardScoring Scoring => scoring ?? throw WireReader.Broken();

    /// <summary>Serves; ends the process when the input ends, whatever a script is doing then.</summary>
    /// <param name="statusPath">The file of the <see cref="StatusPage"/>.</param>
    /// <param name="number">How many workers it is.</param>
    /// <param name="input">Where it is asked.</param>
    /// <param name="output">Where it answers.</param>
    public static void Run(string statusPath, string number, Stream input, Stream output)
    {
        // Beside all that follows, and while it is told what it is for; the filter of system calls takes every thread.
        ScoringRehearsal.Begin();
        StandardStreams.Divert();
        var lanes = int.Parse(number, CultureInfo.InvariantCulture);
        using var pipe = new FramePipe(input, output, lanes);
        var page = StatusPage.Open(statusPath);
        WorkerService[] workers = [.. Enumerable.Range(0, lanes).Select(lane => new WorkerService(new(pipe, lane), page.Slot(lane), isShared: lanes > 1))];
        if (lanes > 1)
        {
            // What one takes up another lacks, whose script might carry on without it and score otherwise than alone.
            AppDomain.CurrentDomain.FirstChanceException += (_, thrown) => EndOver(thrown.Exception as OutOfMemoryException);
        }

        // All that is to be written is open: from here on the process is held.
        workers[0].Say(WorkerVerb.Ready, ContainedProcess.Seal().ToText());
        workers[0].frames.Flush();
        foreach (var (lane, worker) in workers.Index())
        {
            new Thread(worker.Work, StackSize) { IsBackground = true, Name = $"scoring {Number(lane + 1)}" }.Start();
        }

        pipe.Pump();
    }

    /// <summary>How the number of workers stands among the arguments.</summary>
    public static string Number(int lanes) => lanes.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public void Dispose()
    {
        scoring?.Dispose();
        watchdog?.Dispose();
        slot.Dispose();
        frames.Dispose();
    }

    private static void EndOver(Exception? fault)
    {
        if (fault is not null)
        {
            // Nothing that follows could be relied on; the parent finds out who is to blame.
            Environment.FailFast(fault is OutOfMemoryException ? "Out of memory." : "A call is past its deadline.");
        }
    }

    private void Work()
    {
        // Scripts run in the invariant culture; a thread that is in it anyway need not be put there for each call.
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        while (frames.Read() is var (verb, content))
        {
            Answer(verb, new(content));
            frames.Flush();
        }

        Dispose();
    }

    private void Answer(WorkerVerb verb, WireReader request)
    {
        try
        {
            Do(verb, request);
        }
        catch (InputException fault)
        {
            Say(WorkerVerb.BadInput, fault.Message);
        }
        catch (Exception fault) when (fault is OutOfMemoryException || (slot.IsShared && fault is TimeoutException))
        {
            EndOver(fault);
        }
        catch (Exception fault)
        {
            // Scripts' faults are data by now: this one is ours, and the run has to end with it.
            Say(WorkerVerb.Breakdown, fault.ToString());
        }
    }

    private void Do(WorkerVerb verb, WireReader request)
    {
        switch (verb)
        {
            case WorkerVerb.Scripts:
                images = PurposeFormat.ReadScripts(request);
                break;
            case WorkerVerb.Describe:
                writer.Clear();
                var index = request.ReadIndex(images.Count);
                page.Read(index);
                DescriptionFormat.Write(writer, ScriptDescription.Of(images[index], new(request.ReadInt64()), unloads: request.ReadBoolean()));
                page.Read(-1);
                frames.Write(verb, writer.Written);
                break;
            case WorkerVerb.Open:
                var options = PurposeFormat.ReadOptions(request);
                var scorers = PurposeFormat.ReadSetups(request, images.Count);
                watchdog?.Dispose();
                outcomes = new([.. scorers.Select(s => s.Setup.Name)]);

                // Who watches opens a worker again and again, with most scripts the same.
                set = ScorerSet.Load([.. scorers.Select(s => images[s.Image])], [.. scorers.Select(s => s.Setup)], options.Unloads, before: set);
                scoring?.Dispose();
                scoring = new(set, new(options.Where, options.TraceIds), options.Timeout, slot, options.IsProfiled, options.Strict);
                watchdog = new([slot], options.Timeout);
                break;
            case WorkerVerb.Shard:
                var (shard, order) = OrderFormat.ReadShard(request);
                Scoring.Score(shard, order, new FrameSink(frames), CancellationToken.None);
                frames.Write(verb, []);
                break;
            case WorkerVerb.Sessions:
                var (sessions, rest, inputs) = OrderFormat.ReadSessions(request);
                var sink = new FrameSink(frames);
                Scoring.Score(sessions, rest, inputs, session => sink.Add(session, outcomes), CancellationToken.None);
                frames.Write(verb, []);
                break;
            default:
                throw WireReader.Broken();
        }
    }

    private void Say(WorkerVerb verb, string message)
    {
        writer.Clear();
        writer.Write(message);
        frames.Write(verb, writer.Written);
    }
}
