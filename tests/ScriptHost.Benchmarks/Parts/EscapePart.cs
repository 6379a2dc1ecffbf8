using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using ScriptHost.Traces;

namespace ScriptHost.Benchmarks.Parts;

/// <summary>The text of a JSON string of 4,000 letters, by how many of them are escaped.</summary>
public class EscapePart
{
    private const int Letters = 4_000;

    private ReadOnlyMemory<byte> json;

    /// <summary>One in so many is an escaped quotation mark; 0 for none.</summary>
    [Params(0, 100, 15)]
    public int OneIn { get; set; }

    /// <summary>Makes the string.</summary>
    [GlobalSetup]
    public void SetUp() =>
        json = Encoding.UTF8.GetBytes($"\"{string.Concat(Enumerable.Range(1, Letters).Select(i => OneIn > 0 && i % OneIn == 0 ? "\\\"" : "a"))}\"");

    /// <summary>Our own decoder.</summary>
    [Benchmark(Baseline = true)]
    public string? Decode() => new JsonRange(0, json.Length).Text(json);

    /// <summary>The framework's.</summary>
    [Benchmark]
    public string? Reader()
    {
        var reader = new Utf8JsonReader(json.Span);
        reader.Read();

        return reader.GetString();
    }
}
