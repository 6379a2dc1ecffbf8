using System.Text.Json;
using ScriptHost.Benchmarks.Measuring;

namespace ScriptHost.Benchmarks.Contenders;

/// <summary>Runs of the program itself.</summary>
/// <param name="place">Where to.</param>
/// <param name="build">Which build.</param>
internal sealed class Scripthost(Workplace place, ScripthostBuild build)
{
    /// <summary>In one process.</summary>
    public const string InProcess = "none";

    /// <summary>In worker processes, the default.</summary>
    public const string Processes = "process";

    /// <summary>A run of scorers.</summary>
    /// <param name="name">For the table.</param>
    /// <param name="traces">A file or folder of traces.</param>
    /// <param name="choice">The scorers.</param>
    /// <param name="isolation">Where they run.</param>
    /// <param name="isCold">Whether scripts must be compiled; else they are in the cache once the contender ran.</param>
    public Contender Run(string name, string traces, ScorerChoice choice, string isolation, bool isCold = false)
    {
        // A kind of run has a cache of its own: a cold one must not empty that of a warm one.
        var results = place.Fresh($"results-{isolation}");
        var cache = place.Fresh(isCold ? "cold-cache" : "cache");

        return new(
            name,
            build.Program,
            ["run", traces, "--scorers", choice.Folder, .. choice.Arguments, "--out", results, "--format", "none", "--isolation", isolation, "--max-errors", $"{int.MaxValue}"])
        {
            Environment = new Dictionary<string, string> { ["SCRIPTHOST_CACHE"] = cache },
            Prepare = () =>
            {
                Workplace.Remove(results);
                if (isCold)
                {
                    Workplace.Remove(cache);
                }
            },
        };
    }

    /// <summary>A run of the one scorer that does a work, which others do too.</summary>
    /// <param name="name">For the table.</param>
    /// <param name="traces">A file or folder of traces.</param>
    /// <param name="work">The work.</param>
    /// <param name="isolation">Where it runs.</param>
    public Contender Run(string name, string traces, Work work, string isolation)
    {
        var scorer = work.ToString().ToLowerInvariant();
        var script = place.Text(Path.Combine("scorers", scorer, $"{scorer}.csx"), LengthScripts.Scorer(work));

        return Run(name, traces, new ScorerChoice(Path.GetDirectoryName(script) ?? "", []), isolation) with { Total = () => Metric(place.Fresh($"results-{isolation}"), $"{scorer}/sum") };
    }

    /// <summary>Ten scorers that look at no more than how long the outputs are.</summary>
    public ScorerChoice TenLines()
    {
        var folder = "";
        for (var i = 0; i < 10; i++)
        {
            folder = Path.GetDirectoryName(place.Text(Path.Combine("scorers", "lines", $"longer_{i}.csx"), $"(string outputs) => outputs.Length > {50 * i}\n")) ?? "";
        }

        return new(folder, []);
    }

    private static long Metric(string results, string name)
    {
        var record = Directory.GetFiles(results, "run.json", SearchOption.AllDirectories).Single();
        using var run = JsonDocument.Parse(File.ReadAllText(record));

        return (long)run.RootElement.GetProperty("metrics").GetProperty(name).GetDouble();
    }
}
