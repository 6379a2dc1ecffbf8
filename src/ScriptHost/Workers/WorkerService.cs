using System.Collections.Concurrent;
using System.Globalization;
using ScriptHost.Containment;
using ScriptHost.Plugins;
using ScriptHost.Records;
using ScriptHost.Runs;

namespace ScriptHost.Workers;

/// <summary>
/// A worker: runs scripts in a process of its own. It does what frames on its standard input ask for, one after the other, tells what comes
/// of it on its standard output, and ends with its input. Whoever started it kills it when a call takes too long.
/// </summary>
internal sealed class WorkerService : IDisposable
{
    /// <summary>The program's hidden argument that starts it; the path of its <see cref="StatusPage"/> follows.</summary>
    public const string Verb = "worker";

    // Deep recursion in a script ends the process; a large stack leaves honest recursion room.
    private const int StackSize = 16 << 20;

    private readonly FrameStream frames;
    private readonly StatusPage page;
    private readonly CallSlot slot;
    private readonly WireWriter writer = new();
    private IReadOnlyList<ScorerImage> images = [];
    private OutcomeFormat outcomes = new([]);
    private ScorerSet? set;
    private ShardScoring? scoring;
    private Watchdog? watchdog;

    private WorkerService(FrameStream frames, StatusPage page)
    {
        this.frames = frames;
        this.page = page;
        slot = new(page);
    }

    private ShardScoring Scoring => scoring ?? throw WireReader.Broken();

    /// <summary>Serves; ends the process when the input ends, whatever a script is doing then.</summary>
    public static void Run(string statusPath, Stream input, Stream output)
    {
        StandardStreams.Divert();
        using var frames = new FrameStream(input, output);
        using var service = new WorkerService(frames, StatusPage.Open(statusPath));

        // All that is to be written is open: from here on the process is held.
        service.Say(WorkerVerb.Ready, ContainedProcess.Seal().ToText());
        frames.Flush();
        using var work = new BlockingCollection<(WorkerVerb Verb, byte[] Content)>();
        var thread = new Thread(() => service.Work(work), StackSize) { IsBackground = true, Name = "scoring" };
        thread.Start();
        while (frames.Read() is var (verb, content))
        {
            work.Add((verb, content.ToArray()));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        scoring?.Dispose();
        watchdog?.Dispose();
        slot.Dispose();
        page.Dispose();
    }

    private void Work(BlockingCollection<(WorkerVerb Verb, byte[] Content)> work)
    {
        // Scripts run in the invariant culture; a thread that is in it anyway need not be put there for each call.
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        foreach (var (verb, content) in work.GetConsumingEnumerable())
        {
            Answer(verb, new(content));
            frames.Flush();
        }
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
        catch (OutOfMemoryException)
        {
            // Nothing that follows could be relied on; the parent finds out who is to blame.
            Environment.FailFast("Out of memory.");
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
                images = RequestFormat.ReadScripts(request);
                break;
            case WorkerVerb.Describe:
                writer.Clear();
                var index = request.ReadIndex(images.Count);
                page.Read(index);
                DescriptionFormat.Write(writer, ScriptDescription.Of(images[index], new(request.ReadInt64())));
                page.Read(-1);
                frames.Write(verb, writer.Written);
                break;
            case WorkerVerb.Open:
                var options = RequestFormat.ReadOptions(request);
                var scorers = RequestFormat.ReadSetups(request, images.Count);
                watchdog?.Dispose();
                outcomes = new([.. scorers.Select(s => s.Setup.Name)]);

                // Who watches opens a worker again and again, with most scripts the same.
                set = ScorerSet.Load([.. scorers.Select(s => images[s.Image])], [.. scorers.Select(s => s.Setup)], before: set);
                scoring?.Dispose();
                scoring = new(set, new(options.Where, options.TraceIds), options.Timeout, slot, options.IsProfiled);
                watchdog = new([slot], options.Timeout);
                break;
            case WorkerVerb.Shard:
                var (shard, order) = RequestFormat.ReadShard(request);
                Scoring.Score(shard, order, new FrameSink(frames, new(outcomes)), CancellationToken.None);
                frames.Write(verb, []);
                break;
            case WorkerVerb.Sessions:
                var (sessions, rest, inputs) = RequestFormat.ReadSessions(request);
                var sink = new FrameSink(frames, new(outcomes));
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
