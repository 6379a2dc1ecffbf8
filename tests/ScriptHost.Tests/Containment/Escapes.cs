using System.Diagnostics;

namespace ScriptHost.Containment;

/// <summary>The program that tries to escape, started as a worker is.</summary>
internal static class Escapes
{
    /// <summary>The environment variable that a caller may hold a secret in.</summary>
    public const string Secret = "SECRET_TOKEN";

    /// <summary>Has it try; what it said, a line each.</summary>
    /// <param name="regime">See the program.</param>
    /// <param name="plan">Null for a process that nobody contains.</param>
    /// <param name="input">Its standard input.</param>
    /// <param name="attempts">What to try.</param>
    public static async Task<string[]> TryAsync(string regime, ContainmentPlan? plan, string input, params string[] attempts)
    {
        var start = ProgramStart.With([regime, .. attempts]);
        start.ArgumentList[0] = Path.Combine(AppContext.BaseDirectory, "ScriptHost.Escapes.dll");
        start.Environment[Secret] = "token";
        plan?.ApplyTo(start);
        using var process = Process.Start(start).ShouldNotBeNull();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries), .. (await error).Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    /// <summary>The report among the lines.</summary>
    public static ContainmentReport Report(IEnumerable<string> lines) =>
        ContainmentReport.Parse(lines.Single(l => l.StartsWith("report ", StringComparison.Ordinal))["report ".Length..].Replace('|', '\n'));
}
