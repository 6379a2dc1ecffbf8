using ScriptHost.Records;
using ScriptHost.Traces;

namespace ScriptHost.Runs;

/// <summary>
/// What came of scoring a shard, whoever hosted the scorers. It is filled trace by trace, so that what is done is not lost with a call that
/// hangs; once sealed it takes no more. Traces are kept as they were written: many wait for their turn, and objects that wait make
/// the collector's work.
/// </summary>
/// <param name="shard">What is read.</param>
/// <param name="format">How traces are written.</param>
/// <param name="reuse">What is taken over from an earlier run; null when nothing is.</param>
internal sealed class ShardResult(Shard shard, ShardFormat format, Reuse? reuse = null) : IShardSink, IDisposable
{
    private readonly Lock gate = new();
    private readonly WrittenTraces traces = new();
    private readonly ShardTally tally = new();
    private readonly ReuseFilling? filling = reuse is null ? null : new(reuse);
    private bool isSealed;

    /// <summary>What is read.</summary>
    public Shard Shard => shard;

    /// <summary>How many well-formed traces there are.</summary>
    public int Count { get; private set; }

    /// <summary>What was malformed, in input order. Read it sealed.</summary>
    public IReadOnlyList<ShardFault> Faults => tally.Faults;

    /// <summary>What each piece held, in order; the last one may be cut short. Read it sealed.</summary>
    public IReadOnlyList<PieceCount> Pieces => tally.Pieces;

    /// <summary>Whether the shard came to its end.</summary>
    public bool IsComplete => tally.IsComplete;

    /// <summary>Whether it was done in an earlier life of the run.</summary>
    public bool IsRecalled { get; private set; }

    /// <summary>The well-formed traces, in input order, read one by one.</summary>
    /// <exception cref="InvalidDataException">A worker wrote what no worker writes.</exception>
    public TraceCursor Traces() => format.Traces(traces.Bytes, shard);

    /// <summary>Goes on to the next trace; false when there is none.</summary>
    /// <param name="place">How far one came; 0 to begin with.</param>
    /// <param name="trace">The trace.</param>
    /// <exception cref="InvalidDataException">A worker wrote what no worker writes.</exception>
    public bool TryTake(ref int place, out TraceView trace)
    {
        var written = traces.Bytes;
        var cursor = format.Traces(written[place..], shard);
        var isThere = cursor.MoveNext();
        trace = cursor.Current;
        place = written.Length - cursor.Left;

        return isThere;
    }

    /// <summary>What is left to do of an order.</summary>
    /// <param name="order">What this was to hold.</param>
    /// <exception cref="InvalidDataException">A worker wrote what no worker writes.</exception>
    public ShardOrder Rest(ShardOrder order)
    {
        lock (gate)
        {
            return order.Rest(tally, Traces());
        }
    }

    /// <summary>Adds what came of going on with the shard.</summary>
    public void Append(ShardResult rest)
    {
        rest.Seal();
        lock (gate)
        {
            if (!isSealed)
            {
                traces.AddAll(rest.traces.Bytes);
                Count += rest.Count;
            }
        }

        AddRest(rest, rest.IsComplete);
    }

    /// <summary>Adds all that is said beside traces.</summary>
    public void AddRest(ShardResult rest, bool isComplete) => Change(() => tally.Add(rest.tally, isComplete));

    /// <summary>Takes no more from now on.</summary>
    public void Seal()
    {
        lock (gate)
        {
            isSealed = true;
        }
    }

    /// <summary>Writes all of it; to be called sealed.</summary>
    public void Write(WireWriter target)
    {
        target.Write(shard.Index);
        tally.Write(target);
        target.Write(traces.Bytes);
    }

    /// <summary>Reads all of it, as <see cref="Write"/> wrote it of a shard that came to its end.</summary>
    /// <exception cref="InvalidDataException">It is of another shard, or damaged.</exception>
    public void Read(WireReader reader)
    {
        if (reader.ReadInt32() != shard.Index)
        {
            throw WireReader.Broken();
        }

        var (noted, written) = (ShardTally.Read(reader, shard), reader.ReadBytes());
        tally.Add(noted, noted.IsComplete);
        traces.AddAll(written.Span);
        IsRecalled = true;
    }

    /// <summary>One for the same shard, with nothing in it.</summary>
    public ShardResult Twin() => new(shard, format);

    /// <inheritdoc/>
    public void Add(ReadOnlySpan<byte> trace)
    {
        trace = filling is null ? trace : filling.Filled(trace, format.Trace(trace, shard));
        lock (gate)
        {
            if (!isSealed)
            {
                traces.Add(trace);
                Count++;
            }
        }
    }

    /// <summary>Adds a trace as <see cref="ShardFormat"/> wrote it in a worker.</summary>
    /// <exception cref="InvalidDataException">No worker writes that.</exception>
    public void AddForeign(ReadOnlySpan<byte> trace)
    {
        format.Check(trace, shard);
        Add(trace);
    }

    /// <inheritdoc/>
    public void Add(ShardFault fault) => Change(() => tally.Add(fault));

    /// <inheritdoc/>
    public void Add(PieceCount piece) => Change(() => tally.Add(piece));

    /// <inheritdoc/>
    public void Cut(PieceCount piece) => Change(() => tally.Cut(piece));

    /// <inheritdoc/>
    public void Complete() => Change(tally.Complete);

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (gate)
        {
            isSealed = true;
            traces.Dispose();
        }
    }

    private void Change(Action change)
    {
        lock (gate)
        {
            if (!isSealed)
            {
                change();
            }
        }
    }
}
