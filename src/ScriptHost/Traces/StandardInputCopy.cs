namespace ScriptHost.Traces;

/// <summary>What comes by standard input, in a temporary file that other processes can read, and that goes away with this.</summary>
internal sealed class StandardInputCopy : IDisposable
{
    private readonly FileStream file;
    private readonly Lazy<InputFile> copied;

    /// <summary>Makes the file; nothing is read yet.</summary>
    public StandardInputCopy()
    {
        Path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"scripthost-{Guid.NewGuid():N}.input");
        file = new(Path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.ReadWrite | FileShare.Delete,
            Options = FileOptions.DeleteOnClose,
        });
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
            throw new InputException($"Standard input could not be copied to '{Path}', where workers read it: {fault.Message}");
        }

        return new(Path, file.Length);
    }
}
