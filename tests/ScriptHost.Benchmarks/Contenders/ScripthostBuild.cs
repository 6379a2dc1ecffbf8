using ScriptHost.Benchmarks.Measuring;

namespace ScriptHost.Benchmarks.Contenders;

/// <summary>A build of the program.</summary>
/// <param name="Name">For tables.</param>
/// <param name="Program">Its executable.</param>
internal sealed record ScripthostBuild(string Name, string Program)
{
    private const string GivenName = "given";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <summary>The one that was built along with the benchmarks: nothing of it is compiled ahead.</summary>
    public static ScripthostBuild Plain { get; } = new("plain", Path.Combine(AppContext.BaseDirectory, "scripthost"));

    /// <summary>Whether whoever measures named it.</summary>
    public bool IsGiven => Name == GivenName;

    /// <summary>One that whoever measures names.</summary>
    /// <param name="program">Its executable.</param>
    public static ScripthostBuild Given(string program) => new(GivenName, program);

    /// <summary>The one that users get, compiled ahead for this platform; made anew from the sources. The plain one when it cannot be made.</summary>
    /// <param name="place">Where it is built, apart from the repository's own builds.</param>
    /// <param name="report">Told why when it cannot be made.</param>
    public static ScripthostBuild Published(Workplace place, Report report) => Published(place, report, "published", "--no-self-contained");

    /// <summary>The same with the runtime and the framework beside it, all of it compiled as one.</summary>
    /// <param name="place">Where it is built, apart from the repository's own builds.</param>
    /// <param name="report">Told why when it cannot be made.</param>
    public static ScripthostBuild SelfContained(Workplace place, Report report) => Published(place, report, "self-contained", "--self-contained");

    private static ScripthostBuild Published(Workplace place, Report report, string name, string form)
    {
        var folder = Path.Combine(place.Folder, name);
        Console.Error.WriteLine($"publishing src/ScriptHost.Cli {form}");
        var failure = Machine.Run(
            "dotnet",
            [
                "publish", Path.Combine(Workplace.Repository, "src", "ScriptHost.Cli"), "-c", "Release", "-r", System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier,
                form, "--artifacts-path", Path.Combine(place.Folder, "build"), "-o", folder,
            ],
            Patience);
        if (failure is null)
        {
            return new(name, Path.Combine(folder, "scripthost"));
        }

        report.LeaveOut($"the {name} build", $"the plain one takes its place, since 'dotnet publish' failed: {failure}");

        return Plain;
    }
}
