using BenchmarkDotNet.Attributes;
using ScriptHost.Presets;

namespace ScriptHost.Benchmarks.Parts;

/// <summary>The shipped presets, from their files.</summary>
public class PresetPart
{
    private readonly string folder = Path.Combine(Workplace.Repository, "presets");

    /// <summary>All files read, parsed and checked.</summary>
    /// <exception cref="InvalidOperationException">They have faults.</exception>
    [Benchmark]
    public int Load()
    {
        var library = PresetLibrary.Open(folder);

        return library.Diagnostics.Count == 0 ? library.Names.Count : throw new InvalidOperationException(string.Join(' ', library.Diagnostics));
    }
}
