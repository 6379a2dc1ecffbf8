namespace ScriptHost.Reports;

/// <summary>The file that is being written, one after the other; each gets its name when it is complete.</summary>
internal sealed class MlflowFile : IDisposable
{
    private string path = "";

    /// <summary>Where the traces of the file go.</summary>
    public Stream Stream { get; private set; } = Stream.Null;

    /// <summary>Completes the file before and begins another.</summary>
    public void Open(string next)
    {
        Complete();
        path = next;
        Stream = new FileStream(Partial, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 64 * 1024);
    }

    /// <summary>Completes the file, if there is one.</summary>
    public void Complete()
    {
        Stream.Dispose();
        if (path.Length > 0)
        {
            File.Move(Partial, path);
        }

        (path, Stream) = ("", Stream.Null);
    }

    /// <summary>Drops a file that is not complete.</summary>
    public void Dispose()
    {
        Stream.Dispose();
        if (path.Length > 0)
        {
            File.Delete(Partial);
        }
    }

    private string Partial => path + ".partial";
}
