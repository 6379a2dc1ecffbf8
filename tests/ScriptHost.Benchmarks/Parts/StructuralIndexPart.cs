using BenchmarkDotNet.Attributes;
using ScriptHost.Traces;

namespace ScriptHost.Benchmarks.Parts;

/// <summary>Where a trace's strings begin and end, with vectors and without.</summary>
public class StructuralIndexPart
{
    private Memory<byte>[] traces = [];
    private StructuralIndex index = new();

    /// <summary>How large the traces are.</summary>
    [Params("Small", "Mix")]
    public string Shape { get; set; } = "";

    /// <summary>Whether vectors are used.</summary>
    [Params(true, false)]
    public bool HasVectors { get; set; }

    /// <summary>Makes the traces.</summary>
    [GlobalSetup]
    public void SetUp() => (traces, index) = (PartTraces.Of(Shape), new(HasVectors));

    /// <summary>The index alone.</summary>
    [Benchmark(OperationsPerInvoke = PartTraces.Count)]
    public bool Read()
    {
        var isBroken = false;
        foreach (var trace in traces)
        {
            index.Read(trace.Span);
            isBroken |= index.IsBroken;
        }

        return isBroken;
    }
}
