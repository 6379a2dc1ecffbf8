using System.Globalization;
using ScriptHost.Comparison;
using ScriptHost.Runs;

namespace ScriptHost.Reports;

/// <summary>
/// The folder of one run, <c>results/20261122-143055-1f3a</c>. Its files get their names when they are complete; until then they end
/// in <c>.partial</c>.
/// </summary>
internal sealed class RunFolder : IDisposable
{
    /// <summary>The name that stands for the newest run that came to its end.</summary>
    public const string Last = "last";

    private const string Partial = ".partial";

    private const string RecordName = "run.json";

    private readonly bool isNew;
    private readonly string? newParent;
    private FileStream? results;

    private RunFolder(string path, Journal journal, RunStart start, bool isNew, string? newParent)
    {
        (this.isNew, this.newParent) = (isNew, newParent);
        Path = path;
        Journal = journal;
        Start = start;
    }

    /// <summary>What was done so far.</summary>
    public Journal Journal { get; }

    /// <summary>How the run was asked for.</summary>
    public RunStart Start { get; }

    /// <summary>The run's id, which is the folder's name.</summary>
    public string Id => Start.RunId;

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>Where <c>results.jsonl</c> is once the run is complete.</summary>
    public string ResultsPath => System.IO.Path.Combine(Path, "results.jsonl");

    /// <summary>Where the results are until then.</summary>
    public string PartialResultsPath => ResultsPath + Partial;

    /// <summary>Where outcomes go; what an earlier life of the run wrote there is gone with the first use, and comes again.</summary>
    /// <exception cref="IOException">The file cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be made.</exception>
    public Stream Results => results ??= NewResults();

    /// <summary>Whether there is an outcome in it.</summary>
    public bool HasResults => results is { Length: > 0 };

    /// <summary>Makes a folder that did not exist.</summary>
    /// <param name="parent">The folder of all runs.</param>
    /// <param name="startedAt">When the run began.</param>
    /// <param name="arguments">The program's arguments.</param>
    /// <exception cref="InputException">It cannot be made.</exception>
    public static RunFolder Create(string parent, DateTimeOffset startedAt, IReadOnlyList<string> arguments)
    {
        try
        {
            var newParent = Directory.Exists(parent) ? null : parent;
            while (true)
            {
                // Nothing rests on its chance but two runs of one second.
                var chance = Random.Shared.Next(1 << 16).ToString("x4", CultureInfo.InvariantCulture);
                var id = $"{startedAt.UtcDateTime.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}-{chance}";
                var path = System.IO.Path.Combine(parent, id);
                if (!Directory.Exists(path))
                {
                    Directory.CreateDirectory(path);

                    var start = new RunStart(id, startedAt, Environment.CurrentDirectory, arguments);

                    return new(path, Runs.Journal.Create(JournalPath(path), start), start, isNew: true, newParent);
                }
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The folder '{parent}' cannot take results: {fault.Message}");
        }
    }

    /// <summary>The path of a run's folder.</summary>
    /// <param name="parent">The folder of all runs.</param>
    /// <param name="run">The run's id, the path of its folder, or <see cref="Last"/>.</param>
    /// <exception cref="InputException">There is no such run.</exception>
    public static string Find(string parent, string run) => TryFind(parent, run) ?? throw new InputException($"There is no run in '{parent}'; 'scripthost run' makes one.");

    /// <summary>The path of a run's folder; null when the last one is asked for and there is none yet.</summary>
    /// <param name="parent">The folder of all runs.</param>
    /// <param name="run">The run's id, the path of its folder, or <see cref="Last"/>.</param>
    /// <exception cref="InputException">There is no such run.</exception>
    public static string? TryFind(string parent, string run) => run == Last ? Newest(parent) : Named(parent, run);

    /// <summary>The folders of runs that did not come to their end, in the order in which they began.</summary>
    public static IReadOnlyList<string> Unfinished(string parent) =>
        !Directory.Exists(parent) ? [] : [.. Directory.GetDirectories(parent).Where(d => File.Exists(JournalPath(d))).Order(StringComparer.Ordinal)];

    // By when it ended: ids tell runs of the same second apart, not which came first.
    private static string? Newest(string parent) => !Directory.Exists(parent) ? null : Directory.GetDirectories(parent)
        .Where(d => File.Exists(System.IO.Path.Combine(d, RecordName)) && !File.Exists(JournalPath(d)))
        .OrderBy(d => File.GetLastWriteTimeUtc(System.IO.Path.Combine(d, RecordName)))
        .ThenBy(d => d, StringComparer.Ordinal)
        .LastOrDefault();

    private static string Named(string parent, string run)
    {
        var path = Directory.Exists(run) ? run : System.IO.Path.Combine(parent, run);
        if (Directory.Exists(path))
        {
            return path;
        }

        var runs = Directory.Exists(parent) ? Directory.GetDirectories(parent).Select(d => System.IO.Path.GetFileName(d)) : [];

        throw new InputException($"There is no run '{run}' in '{parent}'.{Suggestion.Sentence(run, runs)}");
    }

    /// <summary>Opens the folder of a run that did not come to its end.</summary>
    /// <param name="parent">The folder of all runs.</param>
    /// <param name="run">The run's id, the path of its folder, or <see cref="Last"/>: of those that can be gone on with.</param>
    /// <exception cref="InputException">There is no such run, or it came to its end.</exception>
    public static RunFolder Resume(string parent, string run)
    {
        var path = run != Last ? Named(parent, run) : Unfinished(parent) is [.., var latest] ? latest : throw new InputException($"There is no run in '{parent}' to go on with.");
        if (!File.Exists(JournalPath(path)))
        {
            throw new InputException($"Run '{run}' came to its end; there is nothing to go on with.");
        }

        return new(path, Runs.Journal.Open(JournalPath(path), out var start), start, isNew: false, newParent: null);
    }

    /// <summary>Gives the results their name and writes <c>run.json</c>, in this order: who finds the second finds the first.</summary>
    /// <param name="run">The run.</param>
    /// <param name="comparison">How it differs from its baseline; null without one.</param>
    public void Complete(RunRecord run, RunComparison? comparison = null)
    {
        Results.Dispose();
        File.Move(ResultsPath + Partial, ResultsPath, overwrite: true);
        var record = System.IO.Path.Combine(Path, RecordName);
        File.WriteAllBytes(record + Partial, RunJson.Of(run, comparison).Span);
        File.Move(record + Partial, record, overwrite: true);
        if (run.EndedEarly is null)
        {
            // From here on it is no more to be gone on with, but to take outcomes over from.
            Journal.Dispose();
            File.Move(JournalPath(Path), RecordPath(Path), overwrite: true);
        }
    }

    /// <summary>Where the folder of a run that came to its end keeps what a later one can take over.</summary>
    public static string RecordPath(string folder) => System.IO.Path.Combine(folder, "outcomes.bin");

    /// <summary>Removes the folder if nothing was scored into it; what a run that failed half-way did stays, to go on with.</summary>
    public void Dispose()
    {
        results?.Dispose();
        Journal.Dispose();
        if (!Journal.HasNotes && (results is null ? isNew : new FileInfo(PartialResultsPath) is { Exists: true, Length: 0 }))
        {
            File.Delete(PartialResultsPath);
            File.Delete(JournalPath(Path));
            Directory.Delete(Path);
            if (newParent is not null && !Directory.EnumerateFileSystemEntries(newParent).Any())
            {
                Directory.Delete(newParent);
            }
        }
    }

    private FileStream NewResults()
    {
        // Made anew rather than emptied: some file systems write a file that was emptied to the disk when it is closed.
        File.Delete(PartialResultsPath);

        return new(PartialResultsPath, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 1);
    }

    private static string JournalPath(string folder) => System.IO.Path.Combine(folder, "journal");
}
