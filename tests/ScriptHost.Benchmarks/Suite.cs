using ScriptHost.Benchmarks.Contenders;
using ScriptHost.Benchmarks.Corpora;
using ScriptHost.Benchmarks.Sections;

namespace ScriptHost.Benchmarks;

/// <summary>The sections, in order.</summary>
internal static class Suite
{
    /// <summary>What a few minutes allow.</summary>
    public static void Quick(Bench bench)
    {
        Begin(bench);
        OutputsSection.Run(bench, CorpusShape.Small, bench.Sizes.Bytes);
        SpansSection.Run(bench, CorpusShape.Small, Work.Spans, bench.Sizes.Bytes / 2);
        ScaleSection.Run(bench, bench.Sizes.Traces / 10, bench.Sizes.Traces);
        StartSection.Warm(bench, bench.Build);
        StartSection.ColdOne(bench, bench.Build);
    }

    /// <summary>All.</summary>
    public static void Full(Bench bench)
    {
        Begin(bench);
        OutputsSection.Run(bench, CorpusShape.Small, bench.Sizes.Bytes);
        OutputsSection.Run(bench, CorpusShape.Mix, bench.Sizes.Bytes / 5);
        foreach (var work in new[] { Work.Steps, Work.Spans })
        {
            SpansSection.Run(bench, CorpusShape.Small, work, bench.Sizes.Bytes);
            SpansSection.Run(bench, CorpusShape.Mix, work, bench.Sizes.Bytes / 5);
        }

        FilesSection.Run(bench, bench.Sizes.Traces / 10);
        ScaleSection.Lines(bench, bench.Sizes.Traces / 10);
        ScaleSection.Run(bench, bench.Sizes.Traces / 100, bench.Sizes.Traces / 10, bench.Sizes.Traces);
        foreach (var build in new[] { bench.Build, ScripthostBuild.Plain }.Distinct())
        {
            StartSection.Warm(bench, build);
            StartSection.Cold(bench, build);
        }

        RowsSection.Run(bench);
    }

    /// <summary>Starts alone: they are short, so that a busy minute shows in all of them, and many rounds take little time.</summary>
    public static void Starts(Bench bench)
    {
        // Made before anything is measured: that keeps the machine busy for minutes.
        ScripthostBuild[] builds = bench.Build.IsGiven ? [bench.Build] : [bench.Build, ScripthostBuild.SelfContained(bench.Place, bench.Report)];
        Begin(bench);
        foreach (var build in builds)
        {
            StartSection.Warm(bench, build);
            StartSection.Cold(bench, build);
        }
    }

    private static void Begin(Bench bench) => bench.Report.Note(
        $"{Environment.ProcessorCount} processors, {System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription}, {bench.Build.Name} build, medians of {bench.Sizes.Rounds}; "
        + $"load before: {File.ReadAllText("/proc/loadavg").Split(' ')[0]}.");
}
