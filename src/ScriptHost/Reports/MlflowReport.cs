using ScriptHost.Traces;

namespace ScriptHost.Reports;

/// <summary>
/// Writes all well-formed traces of a run's inputs again, with the run's assessments attached, as JSON Lines that MLflow reads: a file
/// for each input file.
/// </summary>
internal sealed class MlflowReport : IReport
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

    /// <inheritdoc/>
    public string Write(FinishedRun run, CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(folder);
            using var join = new AssessmentJoin(run.ResultsPath, run.Record.StartedAt);
            using var output = new MlflowFile();

            var written = Write(TraceReading.Documents(run.Traces), join, output, cancellationToken);

            return $"{written} traces with their assessments are in '{folder}'.";
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
