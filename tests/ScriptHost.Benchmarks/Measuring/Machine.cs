using System.Diagnostics;

namespace ScriptHost.Benchmarks.Measuring;

/// <summary>What the machine has beside .NET.</summary>
internal static class Machine
{
    /// <summary>A program on the PATH; null when there is none, which the report then says.</summary>
    /// <param name="program">Its name.</param>
    /// <param name="contender">What it is wanted for.</param>
    /// <param name="report">Where to say it.</param>
    public static string? Find(string program, string contender, Report report)
    {
        var found = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(f => Path.Combine(f, program)).FirstOrDefault(File.Exists);
        if (found is null)
        {
            report.LeaveOut(contender, $"there is no '{program}' on the PATH");
        }

        return found;
    }

    /// <summary>Runs a program that prepares something.</summary>
    /// <param name="program">The executable.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="patience">The longest that it may take.</param>
    /// <returns>Null when it succeeded, else the last line that it said.</returns>
    public static string? Run(string program, IReadOnlyList<string> arguments, TimeSpan patience)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"'{program}' did not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(patience))
        {
            process.Kill(entireProcessTree: true);

            return $"it took longer than {patience.TotalMinutes:0} minutes";
        }

        var said = (output.Result + errors.Result).Trim().Split('\n');

        return process.ExitCode == 0 ? null : said.LastOrDefault(l => l.Contains("error", StringComparison.OrdinalIgnoreCase), said[^1]);
    }
}
