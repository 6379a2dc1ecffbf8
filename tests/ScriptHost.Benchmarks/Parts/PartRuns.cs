using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace ScriptHost.Benchmarks.Parts;

/// <summary>Runs the parts with BenchmarkDotNet: in this process, so that nothing is generated, restored or built for it.</summary>
internal static class PartRuns
{
    private const int WarmUps = 3;
    private const int Iterations = 10;

    /// <summary>Measures and prints.</summary>
    /// <param name="filter">Which, with <c>*</c> for anything; without one, all whose name contains it.</param>
    public static void Run(string filter)
    {
        var config = ManualConfig.CreateEmpty()
            .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(WarmUps).WithIterationCount(Iterations))
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddExporter(MarkdownExporter.GitHub)
            .AddLogger(ConsoleLogger.Default)
            .WithArtifactsPath(Path.Combine(new Workplace().Folder, "parts"));
        BenchmarkSwitcher.FromAssembly(typeof(PartRuns).Assembly).Run(["--filter", filter.Contains('*', StringComparison.Ordinal) ? filter : $"*{filter}*"], config);
    }
}
