using BenchmarkDotNet.Attributes;
using ScriptHost.Traces;

namespace ScriptHost.Benchmarks.Parts;

/// <summary>A trace read from bytes, and what scorers ask it for.</summary>
public class TracePart
{
    private readonly TraceIndex index = new();
    private Memory<byte>[] traces = [];

    /// <summary>How large the traces are.</summary>
    [Params("Small", "Mix")]
    public string Shape { get; set; } = "";

    /// <summary>Makes the traces.</summary>
    [GlobalSetup]
    public void SetUp() => traces = PartTraces.Of(Shape);

    /// <summary>Asked for its id.</summary>
    [Benchmark(OperationsPerInvoke = PartTraces.Count, Baseline = true)]
    public int Id()
    {
        var length = 0;
        foreach (var trace in traces)
        {
            length += MlflowTrace.Parse(trace, index).Id.Length;
        }

        return length;
    }

    /// <summary>Asked for the text of its outputs.</summary>
    [Benchmark(OperationsPerInvoke = PartTraces.Count)]
    public int Outputs()
    {
        var length = 0;
        foreach (var trace in traces)
        {
            length += ContractDoor.Outputs(MlflowTrace.Parse(trace, index))?.Length ?? 0;
        }

        return length;
    }

    /// <summary>Asked for all spans' names, types and times.</summary>
    [Benchmark(OperationsPerInvoke = PartTraces.Count)]
    public long AllSpans()
    {
        var sum = 0L;
        foreach (var trace in traces)
        {
            foreach (var span in ContractDoor.Trace(MlflowTrace.Parse(trace, index)).Spans)
            {
                sum += span.Name.Length + (span.Type ?? "").Length + span.EndTimeUnixNano - span.StartTimeUnixNano;
            }
        }

        return sum;
    }

    /// <summary>Asked for all spans' outputs.</summary>
    [Benchmark(OperationsPerInvoke = PartTraces.Count)]
    public int AllOutputs()
    {
        var found = 0;
        foreach (var trace in traces)
        {
            foreach (var span in ContractDoor.Trace(MlflowTrace.Parse(trace, index)).Spans)
            {
                found += span.Outputs is null ? 0 : 1;
            }
        }

        return found;
    }
}
