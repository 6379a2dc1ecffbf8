using ScriptHost.Benchmarks.Corpora;

namespace ScriptHost.Benchmarks;

/// <summary>A temporary folder with corpora, results, builds and compiled scripts. Corpora and builds stay for the next time.</summary>
internal sealed class Workplace
{
    /// <summary>The folder.</summary>
    public string Folder { get; } = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "scripthost-benchmarks")).FullName;

    /// <summary>The repository that the benchmarks were built from.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>The sample traces that come with the repository.</summary>
    public static string Samples => Path.Combine(Repository, "traces");

    /// <summary>A place for what runs write, each time anew.</summary>
    /// <param name="name">What for.</param>
    public string Fresh(string name) => Path.Combine(Directory.CreateDirectory(Path.Combine(Folder, "runs")).FullName, name);

    /// <summary>A corpus in one file; written if it is not there.</summary>
    public string Traces(CorpusShape shape, CorpusExtent extent)
    {
        var path = Path.Combine(Folder, $"{shape}-{extent.Name}-{Corpus.Version}.jsonl".ToLowerInvariant());

        return Once(path, File.Exists, partial => Corpus.WriteFile(partial, shape, extent), File.Move);
    }

    /// <summary>A folder of one-trace files; written if it is not there.</summary>
    public string TraceFiles(int count)
    {
        var path = Path.Combine(Folder, $"files-{count}-{Corpus.Version}");

        return Once(path, Directory.Exists, partial => Corpus.WriteFolder(partial, CorpusShape.Small, count), Directory.Move);
    }

    /// <summary>A file with a text; written anew.</summary>
    /// <param name="name">Its name, folders included.</param>
    /// <param name="text">Its text.</param>
    public string Text(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? Folder);
        File.WriteAllText(path, text);

        return path;
    }

    /// <summary>Deletes a folder, if it is there.</summary>
    public static void Remove(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
    }

    private static string Once(string path, Func<string, bool> exists, Action<string> write, Action<string, string> move)
    {
        if (!exists(path))
        {
            Console.Error.WriteLine($"writing {path}");
            Remove(path + ".partial");
            write(path + ".partial");
            move(path + ".partial", path);
        }

        return path;
    }

    private static string FindRepository()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "ScriptHost.sln")))
        {
            at = at.Parent ?? throw new InvalidOperationException("The benchmarks must run from within the repository.");
        }

        return at.FullName;
    }
}
