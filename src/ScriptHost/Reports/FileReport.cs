namespace ScriptHost.Reports;

/// <summary>A report that is one file. It gets its name when it is complete.</summary>
internal sealed class FileReport : IReport
{
    private readonly string path;
    private readonly Action<FinishedRun, Stream> write;

    /// <summary>Prepares.</summary>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <param name="write">Writes its content.</param>
    /// <exception cref="InputException">The path is a folder's.</exception>
    public FileReport(string path, Action<FinishedRun, Stream> write)
    {
        if (Directory.Exists(path) || Path.EndsInDirectorySeparator(path))
        {
            throw new InputException($"'{path}' is a folder; a report needs the name of a file.");
        }

        this.path = path;
        this.write = write;
    }

    /// <inheritdoc/>
    public string Write(FinishedRun run, CancellationToken cancellationToken)
    {
        if (Path.GetDirectoryName(path) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }

        var partial = path + ".partial";
        try
        {
            using (var stream = new FileStream(partial, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 64 * 1024))
            {
                write(run, stream);
            }

            File.Move(partial, path, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }

        return $"The report '{path}' is written.";
    }
}
