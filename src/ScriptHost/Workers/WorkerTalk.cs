using ScriptHost.Plugins;
using ScriptHost.Records;
using ScriptHost.Runs;
using ScriptHost.Scripting;

namespace ScriptHost.Workers;

/// <summary>
/// What is said to a worker, and what it answers. All of it ends with an <see cref="IOException"/> when the worker is gone, and with an
/// <see cref="InvalidDataException"/> when it says what no worker says.
/// </summary>
/// <param name="hiring">Where workers come from, which says what files are to them.</param>
internal sealed class WorkerTalk(Hiring hiring)
{
    private readonly WireWriter writer = new();

    /// <summary>Tells a worker of scripts.</summary>
    public void Tell(Worker ready, AllowlistText allowlist, IReadOnlyList<ScorerImage> images)
    {
        writer.Clear();
        PurposeFormat.WriteScripts(writer, allowlist, images);
        ready.Send(WorkerVerb.Scripts, writer);
    }

    /// <summary>Tells a worker of scorers.</summary>
    public void Open(Worker ready, WorkerGroup group)
    {
        // One script may be several scorers; it goes over, and through the gate, once.
        ScorerImage[] images = [.. group.Images.Distinct()];
        Tell(ready, group.Allowlist, images);
        writer.Clear();
        PurposeFormat.Write(writer, group.Options);
        PurposeFormat.Write(writer, [.. group.Images.Zip(group.Setups, (image, setup) => new PlacedSetup(Array.IndexOf(images, image), setup))]);
        ready.Send(WorkerVerb.Open, writer);
    }

    /// <summary>Asks what a scorer is, which runs its first code.</summary>
    public ScriptDescription Describe(Worker asked, int index, ScorerImage image, TimeSpan timeout)
    {
        writer.Clear();
        writer.Write(index);
        writer.Write(timeout.Ticks);
        writer.Write(hiring.Unloads);
        asked.Send(WorkerVerb.Describe, writer);

        return DescriptionFormat.Read(new(asked.Read().Content), image);
    }

    /// <summary>Has the traces of a shard scored.</summary>
    public void Score(Worker asked, ShardResult partial, ShardOrder order)
    {
        writer.Clear();
        OrderFormat.Write(writer, partial.Shard, order, hiring.Input);
        asked.Send(WorkerVerb.Shard, writer);
        var isCut = false;
        while (true)
        {
            var (verb, content) = asked.Read();
            switch (verb)
            {
                case WorkerVerb.Trace:
                    partial.AddForeign(content.Span);
                    break;
                case WorkerVerb.Fault:
                    partial.Add(ShardFormat.ReadFault(new(content), partial.Shard));
                    break;
                case WorkerVerb.Piece:
                    partial.Add(ShardFormat.ReadPiece(new(content)));
                    break;
                case WorkerVerb.Cut:
                    partial.Cut(ShardFormat.ReadPiece(new(content)));
                    isCut = true;
                    break;
                case WorkerVerb.Shard:
                    if (!isCut)
                    {
                        partial.Complete();
                    }

                    return;
                default:
                    throw WireReader.Broken();
            }
        }
    }

    /// <summary>Has a batch of sessions scored.</summary>
    public void Score(Worker asked, SessionResult batch, SessionOrder order, SessionInputs inputs)
    {
        writer.Clear();
        OrderFormat.Write(writer, batch.Sessions, order, inputs with { Path = number => hiring.PathOf(inputs.Path(number)) });
        asked.Send(WorkerVerb.Sessions, writer);
        while (true)
        {
            var (verb, content) = asked.Read();
            if (verb == WorkerVerb.Sessions)
            {
                return;
            }

            batch.AddWritten(verb == WorkerVerb.Session ? content.Span : throw WireReader.Broken());
        }
    }
}
