using BenchmarkDotNet.Attributes;
using ScriptHost.Traces;

namespace ScriptHost.Benchmarks.Parts;

/// <summary>Whether a trace is JSON: the index and the walk over its whole grammar.</summary>
public class GrammarPart
{
    private readonly StructuralIndex index = new();
    private Memory<byte>[] traces = [];

    /// <summary>How large the traces are.</summary>
    [Params("Small", "Mix")]
    public string Shape { get; set; } = "";

    /// <summary>Makes the traces.</summary>
    [GlobalSetup]
    public void SetUp() => traces = PartTraces.Of(Shape);

    /// <summary>Index and walk.</summary>
    /// <exception cref="InvalidOperationException">One was found not to be JSON.</exception>
    [Benchmark(OperationsPerInvoke = PartTraces.Count)]
    public int Walk()
    {
        foreach (var trace in traces)
        {
            index.Read(trace.Span);
            if (!JsonWalk.IsJson(trace.Span, index))
            {
                throw new InvalidOperationException("A trace of the corpus is no JSON.");
            }
        }

        return traces.Length;
    }
}
