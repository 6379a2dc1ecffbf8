using System.Globalization;

namespace ScriptHost.Cli;

/// <summary>The program, run in this process, with what it printed.</summary>
internal sealed class CapturedProgram
{
    // Who runs the tests in a window of his own size gets the same layout.
    static CapturedProgram() => Environment.SetEnvironmentVariable("COLUMNS", null);

    public string Output { get; private set; } = "";

    public string Error { get; private set; } = "";

    public async Task<int> RunAsync(params string[] args)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var error = new StringWriter(CultureInfo.InvariantCulture);

        var code = await Task.Run(() => CommandLine.Run(args, output, error, TestContext.Current.CancellationToken), CancellationToken.None);

        Output += output.ToString();
        Error += error.ToString();

        return code;
    }
}
