using ScriptHost.Benchmarks.Contenders;
using ScriptHost.Benchmarks.Measuring;

namespace ScriptHost.Benchmarks.Sections;

/// <summary>One scorer over a folder of one-trace files, which is bound by opening them.</summary>
internal static class FilesSection
{
    /// <summary>Measures.</summary>
    public static void Run(Bench bench, int count)
    {
        var folder = bench.Place.TraceFiles(count);
        new Contest
        {
            Title = $"One scorer of the outputs, {count:N0} files of one trace",
            Contenders =
            [
                bench.Scripthost.Run("scripthost, one process", folder, Work.Outputs, Scripthost.InProcess),
                bench.Scripthost.Run("scripthost, workers", folder, Work.Outputs, Scripthost.Processes),
                new Others(bench.Place, bench.Report).Loop(folder),
            ],
            Rounds = bench.Sizes.Rounds,
            Traces = count,
        }.Run(bench.Report);
    }
}
