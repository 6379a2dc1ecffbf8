namespace ScriptHost.Traces;

/// <summary>What came by standard input, in a temporary file that other processes can read, and that goes away with this.</summary>
internal sealed class StandardInputCopy : IDisposable
{
    private readonly FileStream file;

    /// <summary>Copies standard input to its end.</summary>
    /// <exception cref="InputException">There is no room for it.</exception>
    public StandardInputCopy()
    {
        var path = Path.Combine(Path.GetTempPath(), $"scripthost-{Guid.NewGuid():N}.input");
        file = new(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.ReadWrite | FileShare.Delete,
            Options = FileOptions.DeleteOnClose,
        });
        try
        {
            using var input = Console.OpenStandardInput();
            input.CopyTo(file);
            file.Flush();
        }
        catch (IOException fault)
        {
            file.Dispose();

            throw new InputException($"Standard input could not be copied to '{path}', where workers read it: {fault.Message}");
        }

        File = new(path, file.Length);
    }

    /// <summary>The file.</summary>
    public InputFile File { get; }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();
}
