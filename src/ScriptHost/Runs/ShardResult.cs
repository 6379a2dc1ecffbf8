using System.Buffers;
using System.Buffers.Binary;
using ScriptHost.Records;
using ScriptHost.Traces;

namespace ScriptHost.Runs;

/// <summary>
/// What came of scoring a shard, whoever hosted the scorers. It is filled trace by trace, so that what is done is not lost with a call that
/// hangs; once sealed it takes no more. Traces are kept as they were written: many wait for their turn, and objects that wait make
/// the collector's work.
/// </summary>
/// <param name="shard">What is read.</param>
/// <param name="format">How traces are written; used by one thread at a time.</param>
/// <param name="reuse">What is taken over from an earlier run; null when nothing is.</param>
internal sealed class ShardResult(Shard shard, ShardFormat format, Reuse? reuse = null) : IShardSink, IDisposable
{
    private readonly Lock gate = new();
    private readonly WireWriter writer = new();
    private readonly List<ShardFault> faults = [];
    private readonly List<PieceCount> pieces = [];
    private readonly ReuseFilling? filling = reuse is null ? null : new(reuse);
    private byte[] traces = [];
    private int length;
    private PieceCount? cut;
    private bool isSealed;

    /// <summary>What is read.</summary>
    public Shard Shard => shard;

    /// <summary>How many well-formed traces there are.</summary>
    public int Count { get; private set; }

    /// <summary>What was malformed, in input order. Read it sealed.</summary>
    public IReadOnlyList<ShardFault> Faults => faults;

    /// <summary>What each piece held, in order; the last one may be cut short. Read it sealed.</summary>
    public IReadOnlyList<PieceCount> Pieces => cut is { } last ? [.. pieces, last] : pieces;

    /// <summary>Whether the shard came to its end.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Whether it was done in an earlier life of the run.</summary>
    public bool IsRecalled { get; private set; }

    /// <summary>The well-formed traces, in input order, read one by one.</summary>
    /// <exception cref="InvalidDataException">A worker wrote what no worker writes.</exception>
    public TraceCursor Traces() => format.Traces(traces.AsSpan(0, length), shard);

    /// <summary>Goes on to the next trace; false when there is none.</summary>
    /// <param name="place">How far one came; 0 to begin with.</param>
    /// <param name="trace">The trace.</param>
    /// <exception cref="InvalidDataException">A worker wrote what no worker writes.</exception>
    public bool TryTake(ref int place, out TraceView trace)
    {
        var cursor = format.Traces(traces.AsSpan(place, length - place), shard);
        var isThere = cursor.MoveNext();
        trace = cursor.Current;
        place = length - cursor.Left;

        return isThere;
    }

    /// <summary>What is left to do of an order.</summary>
    /// <param name="order">What this was to hold.</param>
    /// <exception cref="InvalidDataException">A worker wrote what no worker writes.</exception>
    public ShardOrder Rest(ShardOrder order)
    {
        lock (gate)
        {
            var quarantine = new Quarantine(order.Strikes);
            var piece = order.Pieces + pieces.Count;
            var documents = faults.Count(f => f.Piece == piece);
            foreach (var trace in Traces())
            {
                documents += trace.At.Piece == piece ? 1 : 0;
                foreach (var outcome in trace.Outcomes)
                {
                    quarantine.Take(outcome);
                }
            }

            return order with
            {
                Pieces = piece,
                Documents = pieces.Count == 0 ? order.Documents + documents : documents,
                Units = order.Units + Count + faults.Count,
                Strikes = quarantine.Strikes,
            };
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
                Append(rest.traces.AsSpan(0, rest.length));
                Count += rest.Count;
            }
        }

        AddRest(rest, rest.IsComplete);
    }

    /// <summary>Adds all that is said beside traces.</summary>
    public void AddRest(ShardResult rest, bool isComplete) => Change(() =>
    {
        faults.AddRange(rest.faults);
        pieces.AddRange(rest.pieces);
        cut = rest.cut;
        IsComplete = isComplete;
    });

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
        target.Write(faults, fault => ShardFormat.Write(target, fault));
        target.Write(pieces, piece => ShardFormat.Write(target, piece));
        target.Write(traces.AsSpan(0, length));
    }

    /// <summary>Reads all of it, as <see cref="Write"/> wrote it of a shard that came to its end.</summary>
    /// <exception cref="InvalidDataException">It is of another shard, or damaged.</exception>
    public void Read(WireReader reader)
    {
        if (reader.ReadInt32() != shard.Index)
        {
            throw WireReader.Broken();
        }

        var (notedFaults, notedPieces, noted) = Parts(reader, shard);
        faults.AddRange(notedFaults);
        pieces.AddRange(notedPieces);
        traces = ArrayPool<byte>.Shared.Rent(Math.Max(1, noted.Length));
        noted.CopyTo(traces);
        length = noted.Length;
        IsComplete = true;
        IsRecalled = true;
    }

    /// <summary>The traces of a shard of another run, each with its length before it, from what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static ReadOnlyMemory<byte> TracesOf(WireReader reader)
    {
        reader.ReadInt32();

        return Parts(reader, shard: null).Traces;
    }

    /// <summary>One for the same shard, with nothing in it.</summary>
    public ShardResult Twin() => new(shard, format);

    /// <inheritdoc/>
    public void Add(TraceResult trace)
    {
        writer.Clear();
        format.Write(writer, trace);
        AddWritten(writer.Written);
    }

    /// <summary>Adds a trace as it is written.</summary>
    public void AddWritten(ReadOnlySpan<byte> trace)
    {
        trace = filling is null ? trace : filling.Filled(trace, format.Trace(trace, shard));
        Span<byte> head = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(head, trace.Length);
        lock (gate)
        {
            if (!isSealed)
            {
                Append(head);
                Append(trace);
                Count++;
            }
        }
    }

    /// <summary>Adds a trace as <see cref="ShardFormat"/> wrote it in a worker.</summary>
    /// <exception cref="InvalidDataException">No worker writes that.</exception>
    public void AddForeign(ReadOnlySpan<byte> trace)
    {
        format.Check(trace, shard);
        AddWritten(trace);
    }

    /// <inheritdoc/>
    public void Add(ShardFault fault) => Change(() => faults.Add(fault));

    /// <inheritdoc/>
    public void Add(PieceCount piece) => Change(() =>
    {
        pieces.Add(piece);
        cut = null;
    });

    /// <inheritdoc/>
    public void Cut(PieceCount piece) => Change(() => cut = piece);

    /// <inheritdoc/>
    public void Complete() => Change(() => IsComplete = true);

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (gate)
        {
            isSealed = true;
            length = 0;
            Return();
            traces = [];
        }
    }

    private static (IReadOnlyList<ShardFault> Faults, IReadOnlyList<PieceCount> Pieces, ReadOnlyMemory<byte> Traces) Parts(WireReader reader, Shard? shard) => (
        reader.ReadList(() => ShardFormat.ReadFault(reader, shard)),
        reader.ReadList(() => ShardFormat.ReadPiece(reader)),
        reader.ReadBytes());

    private void Append(ReadOnlySpan<byte> bytes)
    {
        var end = length + bytes.Length;
        if (end > traces.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(end, 2 * traces.Length));
            traces.AsSpan(0, length).CopyTo(larger);
            Return();
            traces = larger;
        }

        bytes.CopyTo(traces.AsSpan(length));
        length = end;
    }

    private void Return()
    {
        if (traces.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(traces);
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
