using System.Globalization;

namespace ScriptHost.Benchmarks;

/// <summary>Prints measurements as a table for README.md.</summary>
/// <param name="output">Where to.</param>
internal sealed class MarkdownTable(TextWriter output)
{
    /// <summary>Begins a table.</summary>
    public void Begin(string title)
    {
        output.WriteLine($"\n{title}\n");
        output.WriteLine("| what | CPU s | wall s | peak MB | traces per CPU s |");
        output.WriteLine("|---|---|---|---|---|");
    }

    /// <summary>A row of medians.</summary>
    /// <param name="name">What was measured.</param>
    /// <param name="runs">The runs.</param>
    /// <param name="traces">How many traces each read; null leaves the rate out.</param>
    public void Row(string name, IReadOnlyList<Measurement> runs, int? traces = null)
    {
        var median = Measurement.Median(runs);
        var rate = traces is { } count ? Text(count / median.Cpu.TotalSeconds, "#,0") : "";
        output.WriteLine($"| {name} | {Text(median.Cpu.TotalSeconds)} | {Text(median.Wall.TotalSeconds)} | {Text(median.Peak / 1e6, "0")} | {rate} |");
    }

    /// <summary>A line below a table.</summary>
    public void Note(string text, double value) => output.WriteLine($"\n{text}: {Text(value)}");

    private static string Text(double value, string format = "0.00") => value.ToString(format, CultureInfo.InvariantCulture);
}
