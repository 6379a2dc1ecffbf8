using ScriptHost.Traces;

namespace ScriptHost.Runs;

/// <summary>
/// What came of scoring a shard, whoever hosted the scorers: plain data, told apart by the shard's index. It is filled trace by trace,
/// so that what is done is not lost with a call that hangs; once sealed it takes no more.
/// </summary>
/// <param name="shard">What is read.</param>
internal sealed class ShardResult(Shard shard)
{
    private readonly Lock gate = new();
    private readonly List<TraceResult> traces = [];
    private readonly List<ShardFault> faults = [];
    private readonly List<PieceCount> pieces = [];
    private bool isSealed;

    /// <summary>What is read.</summary>
    public Shard Shard => shard;

    /// <summary>The well-formed traces, in input order. Read it sealed.</summary>
    public IReadOnlyList<TraceResult> Traces => traces;

    /// <summary>What was malformed, in input order. Read it sealed.</summary>
    public IReadOnlyList<ShardFault> Faults => faults;

    /// <summary>What each piece held, in order. Read it sealed.</summary>
    public IReadOnlyList<PieceCount> Pieces => pieces;

    /// <summary>The metrics of all its traces; null unless the shard came to its end.</summary>
    public MetricBoard? Metrics { get; private set; }

    /// <summary>The shard came to its end.</summary>
    public void Complete(MetricBoard metrics) => Metrics = metrics;

    /// <summary>Takes no more from now on.</summary>
    public void Seal()
    {
        lock (gate)
        {
            isSealed = true;
        }
    }

    /// <summary>A trace is done.</summary>
    public void Add(TraceResult trace) => Add(traces, trace);

    /// <summary>A document is malformed.</summary>
    public void Add(ShardFault fault) => Add(faults, fault);

    /// <summary>A piece is done.</summary>
    public void Add(PieceCount piece) => Add(pieces, piece);

    private void Add<T>(List<T> list, T item)
    {
        lock (gate)
        {
            if (!isSealed)
            {
                list.Add(item);
            }
        }
    }
}
