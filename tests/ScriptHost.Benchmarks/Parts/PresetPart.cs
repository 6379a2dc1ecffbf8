using BenchmarkDotNet.Attributes;
using ScriptHost.Presets;
using ScriptHost.Scripting;

namespace ScriptHost.Benchmarks.Parts;

/// <summary>The shipped presets: their YAML read, and the one that includes others resolved.</summary>
public class PresetPart
{
    private readonly string folder = Path.Combine(Workplace.Repository, "presets");
    private readonly KnownScorers scorers = new([], BuiltInScorers.Names);

    /// <summary>The files read and checked.</summary>
    [Benchmark(Baseline = true)]
    public int Load() => PresetLibrary.Open(folder).Names.Count;

    /// <summary>The same, and one preset resolved.</summary>
    /// <exception cref="InvalidOperationException">It has faults.</exception>
    [Benchmark]
    public int Resolve()
    {
        var resolution = new PresetResolution(PresetLibrary.Open(folder), scorers, _ => null);
        var preset = resolution.Resolve(new Stated<string>("conversational_agent", Origin.CommandLine("")));

        return preset?.Members.Count ?? throw new InvalidOperationException(string.Join(' ', resolution.Diagnostics));
    }
}
