using ScriptHost.Scoring;
using ScriptHost.Traces;

namespace ScriptHost.Runs;

/// <summary>
/// What came of scoring a shard, whoever hosted the scorers: plain data, told apart by the shard's index. It is filled trace by trace,
/// so that what is done is not lost with a call that hangs; once sealed it takes no more.
/// </summary>
/// <param name="shard">What is read.</param>
internal sealed class ShardResult(Shard shard) : IShardSink
{
    private readonly Lock gate = new();
    private readonly List<TraceResult> traces = [];
    private readonly List<ShardFault> faults = [];
    private readonly List<PieceCount> pieces = [];
    private PieceCount? cut;
    private bool isSealed;

    /// <summary>What is read.</summary>
    public Shard Shard => shard;

    /// <summary>The well-formed traces, in input order. Read it sealed.</summary>
    public IReadOnlyList<TraceResult> Traces => traces;

    /// <summary>What was malformed, in input order. Read it sealed.</summary>
    public IReadOnlyList<ShardFault> Faults => faults;

    /// <summary>What each piece held, in order; the last one may be cut short. Read it sealed.</summary>
    public IReadOnlyList<PieceCount> Pieces => cut is { } last ? [.. pieces, last] : pieces;

    /// <summary>Whether the shard came to its end.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>The metrics of all its traces; null unless they were asked for.</summary>
    public MetricBoard? Metrics { get; private set; }

    /// <summary>Reckons the metrics of all its traces, so that whoever merges need not.</summary>
    public void Measure(IReadOnlyList<ScorerDescription> scorers) => Metrics = MetricBoard.Of(scorers, traces);

    /// <summary>What is left to do of an order.</summary>
    /// <param name="order">What this was to hold.</param>
    /// <param name="scorers">The index of each scorer that takes part, by name.</param>
    public ShardOrder Rest(ShardOrder order, IReadOnlyDictionary<string, int> scorers)
    {
        lock (gate)
        {
            var quarantine = new Quarantine(order.Strikes);
            foreach (var outcome in traces.SelectMany(t => t.Outcomes))
            {
                quarantine.Take(scorers[outcome.Scorer], outcome);
            }

            var piece = order.Pieces + pieces.Count;
            var documents = traces.Count(t => t.At.Piece == piece) + faults.Count(f => f.Piece == piece);

            return order with
            {
                Pieces = piece,
                Documents = pieces.Count == 0 ? order.Documents + documents : documents,
                Units = order.Units + traces.Count + faults.Count,
                Strikes = quarantine.Strikes,
            };
        }
    }

    /// <summary>Adds what came of going on with the shard.</summary>
    public void Append(ShardResult rest)
    {
        rest.Seal();
        Change(() =>
        {
            traces.AddRange(rest.traces);
            faults.AddRange(rest.faults);
            pieces.AddRange(rest.pieces);
            cut = rest.cut;
            IsComplete = rest.IsComplete;
        });
    }

    /// <summary>Takes no more from now on.</summary>
    public void Seal()
    {
        lock (gate)
        {
            isSealed = true;
        }
    }

    /// <inheritdoc/>
    public void Add(TraceResult trace) => Change(() => traces.Add(trace));

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
