using ScriptHost.Traces;

namespace ScriptHost.Html;

/// <summary>
/// Writes a run as one HTML file that needs nothing else. The record is read twice and the traces once, side by side; held are a number
/// for each trace, the open block and five thousand rows of the index.
/// </summary>
internal sealed class HtmlReport
{
    // With the index and the page itself it stays below 40 MB for 50,000 traces.
    private const long BodyBytes = 32_000_000;

    /// <summary>The run.</summary>
    public required ReportedRun Run { get; init; }

    /// <summary>Where the traces are now: files, folders, globs; null when they are where the run found them.</summary>
    public IReadOnlyList<string>? Traces { get; init; }

    /// <summary>The run that it is compared with; null compares with none.</summary>
    public ReportBaseline? Baseline { get; init; }

    /// <summary>Writes the file, which gets its name when it is complete.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="cancellationToken">Stops between two traces; then there is no file.</param>
    /// <exception cref="InputException">The record or <see cref="Traces"/> cannot be read, or the file cannot be written.</exception>
    public ReportNotes Write(string path, CancellationToken cancellationToken)
    {
        var partial = path + ".partial";
        try
        {
            if (Path.GetDirectoryName(path) is { Length: > 0 } folder)
            {
                Directory.CreateDirectory(folder);
            }

            ReportNotes notes;
            using (var stream = new FileStream(partial, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 256 * 1024))
            {
                notes = Write(stream, cancellationToken);
            }

            File.Move(partial, path, overwrite: true);

            return notes;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The report cannot be written to '{path}': {fault.Message}", fault);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    /// <summary>Writes the page.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="cancellationToken">Stops between two traces.</param>
    /// <exception cref="InputException">The record or <see cref="Traces"/> cannot be read.</exception>
    public ReportNotes Write(Stream stream, CancellationToken cancellationToken)
    {
        var inputs = Traces is { } moved ? new InputCheck(moved, []) : InputCheck.Of(Run.Inputs);
        var summary = ReportSummary.Read(Run.ResultsPath, cancellationToken);
        var page = new PageWriter(stream);
        page.Begin($"{Run.Id} · ScriptHost");
        page.Write("summary", 0, SummaryJson.Of(Run, summary, inputs.Notes, Baseline).Span);
        page.Start();
        using var join = new TraceJoin(TraceReading.Documents(inputs.Readable), summary.Rows);
        var missing = new UnitWriting(page, summary, join, BodyBytes).Write(ScoredUnit.Read(Run.ResultsPath), cancellationToken);
        page.End();

        return new(summary.Rows.Count, missing, inputs.Notes);
    }
}
