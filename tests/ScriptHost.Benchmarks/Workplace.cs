namespace ScriptHost.Benchmarks;

/// <summary>A temporary folder with corpora, results and compiled scripts. Corpora stay for the next time.</summary>
internal sealed class Workplace
{
    private readonly string folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "scripthost-benchmarks")).FullName;

    /// <summary>The program that was built along with the benchmarks.</summary>
    public static string Program => Path.Combine(AppContext.BaseDirectory, "scripthost");

    /// <summary>The scorers that come with the repository.</summary>
    public static string Shipped => Path.Combine(Repository(), "scorers");

    /// <summary>The sample traces that come with the repository.</summary>
    public static string Samples => Path.Combine(Repository(), "traces");

    /// <summary>A folder with one scorer, the length of the outputs.</summary>
    public string Length
    {
        get
        {
            var scorers = Directory.CreateDirectory(Path.Combine(folder, "length"));
            File.WriteAllText(Path.Combine(scorers.FullName, "length.csx"), "(string outputs) => outputs.Length\n");

            return scorers.FullName;
        }
    }

    /// <summary>A file of so many traces; written if it is not there.</summary>
    public string Traces(int count)
    {
        var path = Path.Combine(folder, $"{count}-{Corpus.Version}.jsonl");
        if (!File.Exists(path))
        {
            Corpus.Write(path + ".partial", count);
            File.Move(path + ".partial", path);
        }

        return path;
    }

    /// <summary>A run of scorers over traces. Compiled scripts are kept unless it is to start cold.</summary>
    public Contender Run(string name, string program, string traces, string scorers, bool isCold = false)
    {
        var results = Path.Combine(folder, "results");
        var cache = Path.Combine(folder, isCold ? "cold" : "cache");

        return new(name, program, ["run", traces, "--scorers", scorers, "--out", results, "--format", "none"])
        {
            Environment = new Dictionary<string, string> { ["SCRIPTHOST_CACHE"] = cache },
            Prepare = () =>
            {
                Remove(results);
                if (isCold)
                {
                    Remove(cache);
                }
            },
        };
    }

    private static void Remove(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
    }

    private static string Repository()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "ScriptHost.sln")))
        {
            at = at.Parent ?? throw new InvalidOperationException("The benchmarks must run from within the repository.");
        }

        return at.FullName;
    }
}
