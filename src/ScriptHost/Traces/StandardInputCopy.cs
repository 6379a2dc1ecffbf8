namespace ScriptHost.Traces;

/// <summary>
/// What comes by standard input, in a temporary file that other processes can read, and that goes away with this; where this process is killed, with the next copy.
/// </summary>
internal sealed class StandardInputCopy : IDisposable
{
    private const string Kind = "input";

    private readonly FileStream file;
    private readonly Lazy<InputFile> copied;

    /// <summary>Makes the file; nothing is read yet.</summary>
    /// <exception cref="InputException">The system's folder for such files takes none.</exception>
    public StandardInputCopy()
    {
        var folder = System.IO.Path.GetTempPath();
        Path = System.IO.Path.Combine(folder, OwnedName.Of(Kind));
        try
        {
            OwnedName.Sweep(folder, Kind);
            file = new(Path, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                Share = FileShare.ReadWrite | FileShare.Delete,
                Options = FileOptions.DeleteOnClose,
            });
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw Refused(refused);
        }

        copied = new(Copy);
    }

    /// <summary>Where the file is.</summary>
    public string Path { get; }

    /// <summary>The file with all that came; the first time, waits until standard input ends.</summary>
    /// <exception cref="InputException">There is no room for it.</exception>
    public InputFile File => copied.Value;

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();

    private InputFile Copy()
    {
        try
        {
            using var input = Console.OpenStandardInput();
            input.CopyTo(file);
            file.Flush();
        }
        catch (IOException fault)
        {
            throw Refused(fault);
        }

        return new(Path, file.Length);
    }

    private InputException Refused(Exception why) => new($"Standard input could not be copied to '{Path}', where workers read it: {why.Message}");
}
