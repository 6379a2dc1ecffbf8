using ScriptHost.Benchmarks.Corpora;

namespace ScriptHost.Benchmarks.Parts;

/// <summary>Traces in memory.</summary>
internal static class PartTraces
{
    /// <summary>How many; figures are of one.</summary>
    public const int Count = 200;

    /// <summary>Traces of a shape.</summary>
    /// <param name="shape">One of <see cref="CorpusShape"/>, by name: BenchmarkDotNet wants its parameters public.</param>
    public static Memory<byte>[] Of(string shape)
    {
        var writer = new TraceWriter(Enum.Parse<CorpusShape>(shape));

        return [.. Enumerable.Range(0, Count).Select(i => (Memory<byte>)writer.Write(i).ToArray())];
    }
}
