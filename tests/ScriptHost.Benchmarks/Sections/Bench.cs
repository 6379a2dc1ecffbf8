using ScriptHost.Benchmarks.Contenders;
using ScriptHost.Benchmarks.Measuring;

namespace ScriptHost.Benchmarks.Sections;

/// <summary>What sections measure with.</summary>
/// <param name="Place">Where to.</param>
/// <param name="Report">Where tables go.</param>
/// <param name="Build">The build that is measured.</param>
/// <param name="Sizes">How much.</param>
internal sealed record Bench(Workplace Place, Report Report, ScripthostBuild Build, Sizes Sizes)
{
    /// <summary>Runs of the build.</summary>
    public Scripthost Scripthost { get; } = new(Place, Build);
}
