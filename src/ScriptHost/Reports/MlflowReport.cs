using ScriptHost.Traces;

namespace ScriptHost.Reports;

/// <summary>
/// Writes all well-formed traces of a run's inputs again, with the run's assessments attached, as JSON Lines that MLflow reads: a file
/// for each input file.
/// </summary>
internal sealed class MlflowReport
{
    private readonly string folder;
    private readonly HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Prepares.</summary>
    /// <param name="folder">Where the files go: a folder that is empty or does not exist.</param>
    /// <exception cref="InputException">The folder holds something, which might be the very traces that are read.</exception>
    public MlflowReport(string folder)
    {
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            throw new InputException($"'{folder}' exists and is not an empty folder; traces with assessments go into a folder of their own.");
        }

        this.folder = folder;
    }

    /// <summary>Reads the inputs a second time and writes them; returns how many traces were written.</summary>
    /// <param name="inputs">The inputs of the run.</param>
    /// <param name="resultsPath">The run's complete <c>results.jsonl</c>.</param>
    /// <param name="time">When the run began.</param>
    /// <param name="cancellationToken">Stops between two traces.</param>
    /// <exception cref="InputException">An input is gone, or the folder cannot be written.</exception>
    public long Write(IReadOnlyList<string> inputs, string resultsPath, DateTimeOffset time, CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(folder);
            using var join = new AssessmentJoin(resultsPath, time);
            using var output = new MlflowFile();

            return Write(TraceReading.Documents(inputs), join, output, cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The traces cannot be written to '{folder}': {fault.Message}");
        }
    }

    private long Write(IEnumerable<TraceDocument> documents, AssessmentJoin join, MlflowFile output, CancellationToken cancellationToken)
    {
        var written = 0L;
        string? path = null;
        foreach (var document in documents)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (document.Trace is not { } trace)
            {
                continue;
            }

            if (document.Path != path)
            {
                path = document.Path;
                output.Open(Path.Combine(folder, NameFor(path)));
            }

            AssessedTrace.Write(output.Stream, document, trace, join.Take(trace.Id));
            written++;
        }

        output.Complete();

        return written;
    }

    private string NameFor(string path)
    {
        var stem = Path.GetFileName(path);
        foreach (var ending in (string[])[".gz", ".json", ".jsonl", ".ndjson"])
        {
            stem = stem.EndsWith(ending, StringComparison.OrdinalIgnoreCase) ? stem[..^ending.Length] : stem;
        }

        var name = $"{stem}.jsonl";
        for (var number = 2; !names.Add(name); number++)
        {
            name = $"{stem}-{number}.jsonl";
        }

        return name;
    }
}
