using System.Globalization;
using System.Security.Cryptography;
using ScriptHost.Runs;

namespace ScriptHost.Reports;

/// <summary>
/// The folder of one run, <c>results/20261122-143055-1f3a</c>. Its files get their names when they are complete; until then they end
/// in <c>.partial</c>.
/// </summary>
internal sealed class RunFolder : IDisposable
{
    private const string Partial = ".partial";

    private readonly FileStream results;
    private readonly string? newParent;

    private RunFolder(string id, string path, string? newParent)
    {
        this.newParent = newParent;
        Id = id;
        Path = path;
        results = new(ResultsPath + Partial, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 1);
    }

    /// <summary>The run's id, which is the folder's name.</summary>
    public string Id { get; }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>Where <c>results.jsonl</c> is once the run is complete.</summary>
    public string ResultsPath => System.IO.Path.Combine(Path, "results.jsonl");

    /// <summary>Where outcomes go.</summary>
    public Stream Results => results;

    /// <summary>Makes a folder that did not exist.</summary>
    /// <param name="parent">The folder of all runs.</param>
    /// <param name="startedAt">When the run began.</param>
    /// <exception cref="InputException">It cannot be made.</exception>
    public static RunFolder Create(string parent, DateTimeOffset startedAt)
    {
        try
        {
            var newParent = Directory.Exists(parent) ? null : parent;
            while (true)
            {
                var id = $"{startedAt.UtcDateTime.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}-{RandomNumberGenerator.GetHexString(4, lowercase: true)}";
                var path = System.IO.Path.Combine(parent, id);
                if (!Directory.Exists(path))
                {
                    Directory.CreateDirectory(path);

                    return new(id, path, newParent);
                }
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The folder '{parent}' cannot take results: {fault.Message}");
        }
    }

    /// <summary>Gives the results their name and writes <c>run.json</c>, in this order: who finds the second finds the first.</summary>
    public void Complete(RunRecord run)
    {
        results.Dispose();
        File.Move(ResultsPath + Partial, ResultsPath);
        var record = System.IO.Path.Combine(Path, "run.json");
        File.WriteAllBytes(record + Partial, RunJson.Of(run).Span);
        File.Move(record + Partial, record);
    }

    /// <summary>Removes the folder if nothing was scored into it; results of a run that failed half-way stay, as <c>.partial</c>.</summary>
    public void Dispose()
    {
        results.Dispose();
        var partial = new FileInfo(ResultsPath + Partial);
        if (partial is { Exists: true, Length: 0 })
        {
            partial.Delete();
            Directory.Delete(Path);
            if (newParent is not null && !Directory.EnumerateFileSystemEntries(newParent).Any())
            {
                Directory.Delete(newParent);
            }
        }
    }
}
