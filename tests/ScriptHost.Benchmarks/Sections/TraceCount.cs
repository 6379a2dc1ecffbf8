using ScriptHost.Benchmarks.Measuring;

namespace ScriptHost.Benchmarks.Sections;

/// <summary>Says what a corpus is.</summary>
internal static class TraceCount
{
    /// <summary>How many traces of how many bytes a file has.</summary>
    /// <param name="path">A file of one trace a line.</param>
    /// <param name="count">How many.</param>
    public static string Describe(string path, out int count)
    {
        count = File.ReadLines(path).Count();
        var bytes = new FileInfo(path).Length;

        return $"{count:N0} traces, {Contest.Figure(bytes / 1e6)} MB, {Contest.Figure(bytes / 1e3 / count)} KB each";
    }
}
