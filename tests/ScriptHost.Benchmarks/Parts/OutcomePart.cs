using BenchmarkDotNet.Attributes;
using ScriptHost.Contract;
using ScriptHost.Records;
using ScriptHost.Reports;
using ScriptHost.Scoring;

namespace ScriptHost.Benchmarks.Parts;

/// <summary>Outcomes as lines of results.jsonl, from the bytes that come from workers.</summary>
public class OutcomePart
{
    private const int Count = 1_000;

    private static readonly ScorerDescription Scorer = new()
    {
        Name = "length",
        Path = "length.csx",
        Hash = new('0', 64),
        Level = ScorerLevel.Trace,
        Parameters = [],
        Returns = "int",
        Aggregations = [],
    };

    private (string Id, TraceKey Key, byte[] Outcomes)[] traces = [];

    /// <summary>Whether there is a reason beside each value.</summary>
    [Params(false, true)]
    public bool HasRationale { get; set; }

    /// <summary>Makes the outcomes.</summary>
    [GlobalSetup]
    public void SetUp() => traces = [.. Enumerable.Range(0, Count).Select(Trace)];

    /// <summary>Written and forgotten.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public void Write()
    {
        using var writer = new ResultsWriter(Stream.Null, [Scorer]);
        foreach (var (id, key, outcomes) in traces)
        {
            var unit = new UnitView { TraceId = id, Key = key };
            foreach (ref readonly var outcome in new OutcomeCursor(outcomes, unit, scorers: 1))
            {
                writer.Write(unit, outcome);
            }
        }
    }

    private (string Id, TraceKey Key, byte[] Outcomes) Trace(int number)
    {
        var id = $"tr-{number:x32}";
        var writer = new WireWriter();
        new OutcomeFormat([Scorer.Name]).Write(writer, [new()
        {
            Scorer = Scorer.Name,
            TraceId = id,
            Kind = OutcomeKind.Scored,
            Feedbacks = [new Feedback(number / 7.0, HasRationale ? "The slowest step, 'chat_completion', took 7115 ms." : null)],
        }]);

        return (id, TraceKey.Of(id), writer.Written.ToArray());
    }
}
