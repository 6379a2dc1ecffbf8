using BenchmarkDotNet.Attributes;
using ScriptHost.Contract;
using ScriptHost.Reports;
using ScriptHost.Scoring;

namespace ScriptHost.Benchmarks.Parts;

/// <summary>Outcomes as lines of results.jsonl.</summary>
public class OutcomePart
{
    private const int Count = 1_000;

    private Outcome[] outcomes = [];

    /// <summary>Whether there is a reason beside each value.</summary>
    [Params(false, true)]
    public bool HasRationale { get; set; }

    /// <summary>Makes the outcomes.</summary>
    [GlobalSetup]
    public void SetUp() => outcomes =
    [
        .. Enumerable.Range(0, Count).Select(i => new Outcome
        {
            Scorer = "length",
            TraceId = $"tr-{i:x32}",
            Kind = OutcomeKind.Scored,
            Feedbacks = [new Feedback(i / 7.0, HasRationale ? "The slowest step, 'chat_completion', took 7115 ms." : null)],
        }),
    ];

    /// <summary>Written and forgotten.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public void Write()
    {
        using var writer = new ResultsWriter(Stream.Null, []);
        foreach (var outcome in outcomes)
        {
            writer.Write(outcome);
        }
    }
}
