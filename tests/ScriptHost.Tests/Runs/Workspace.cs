using System.IO.Compression;
using System.Text;
using ScriptHost.Cli;
using ScriptHost.Plugins;

namespace ScriptHost.Runs;

/// <summary>A folder with traces and scorers, and the program run in it the way a user does.</summary>
internal sealed class Workspace : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public string Path => folder.Path;

    /// <summary>Adds a script.</summary>
    public Workspace Scorer(string name, string text)
    {
        folder.Write($"scorers/{name}.csx", text);

        return this;
    }

    /// <summary>Adds a plugin of one assembly.</summary>
    /// <param name="name">The plugin's name.</param>
    /// <param name="source">C#; <c>ScriptHost.Contract</c> is imported.</param>
    /// <param name="references">Other assemblies that it is compiled against.</param>
    public Workspace Plugin(string name, string source, params byte[][] references) =>
        File($"scorers/{name}/{name}.dll", PluginSource.Compile(name, source, references));

    /// <summary>Trusts a scorer as a user does.</summary>
    public async Task<string> TrustAsync(string name, params string[] arguments)
    {
        var (exitCode, output, error) = await RunAsync(["trust", name, "--yes", "--why", "Read by a test.", "--scorers", folder.At("scorers"), .. arguments]);
        exitCode.ShouldBe(0, error);

        return output;
    }

    /// <summary>Adds a file of traces, one a line.</summary>
    public Workspace Traces(string name, params string[] traces) => File($"traces/{name}", string.Join('\n', traces));

    /// <summary>Adds any file.</summary>
    public Workspace File(string name, string text)
    {
        folder.Write(name, text);

        return this;
    }

    /// <inheritdoc cref="File(string, string)"/>
    public Workspace File(string name, byte[] bytes)
    {
        folder.Write(name, bytes);

        return this;
    }

    /// <summary>Adds a packed file of traces, one a line.</summary>
    public Workspace Gzip(string name, params string[] traces)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(string.Join('\n', traces)));
        }

        return File(name, packed.ToArray());
    }

    /// <summary>
    /// Runs the program; paths of the workspace are cut from what it prints. Scripts run in this process unless the arguments say otherwise:
    /// starting workers takes longer than most tests.
    /// </summary>
    public async Task<(int ExitCode, string Out, string Error)> RunAsync(params string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());

        var exitCode = await Task.Run(() => CommandLine.Run(Isolated(arguments), output, error, TestContext.Current.CancellationToken), CancellationToken.None);

        return (exitCode, Cut(output), Cut(error));
    }

    /// <summary>Scores the folder's traces with its scorers.</summary>
    /// <returns>The lines of the results, and what was said beside.</returns>
    public async Task<(int ExitCode, string[] Lines, string Error)> ScoreAsync(params string[] arguments)
    {
        var (exitCode, output, error) = await RunAsync(
            ["run", .. arguments.Any(a => a.StartsWith(Path, StringComparison.Ordinal)) ? (string[])[] : [folder.At("traces")],
            "--scorers", folder.At("scorers"), "--out", folder.At("results"), "--format", "jsonl", .. arguments]);

        return (exitCode, output.Split('\n', StringSplitOptions.RemoveEmptyEntries), error);
    }

    public string At(string name) => folder.At(name);

    public void Dispose() => folder.Dispose();

    private static string[] Isolated(string[] arguments) => arguments switch
    {
        ["run", ..] when arguments.Contains("--resume") => arguments,
        ["run" or "check" or "try" or "explain" or "doctor" or "show" or "lock", ..] when !arguments.Contains("--isolation") && !arguments.Contains("--help") => [.. arguments, "--isolation", "none"],
        ["list", "scorers" or "presets", ..] when !arguments.Contains("--isolation") => [.. arguments, "--isolation", "none"],
        _ => arguments,
    };

    private string Cut(StringWriter text) => text.ToString().Replace(Path + System.IO.Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
}
