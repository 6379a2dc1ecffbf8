using System.Text;

namespace ScriptHost.Trust;

/// <summary>
/// <c>trust.yaml</c> on disk. Since it lifts the gate, it counts only when nobody but the user can have written it: a plain file of his
/// own, without rights to write for others.
/// </summary>
internal static class TrustFile
{
    /// <summary>Its name, in the folder of scorers.</summary>
    public const string Name = "trust.yaml";

    private const UnixFileMode OthersWrite = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;
    private const int MaxBytes = 1024 * 1024;

    /// <summary>Reads the file of a folder.</summary>
    /// <param name="folder">The folder of scorers.</param>
    /// <param name="trust">What it says; nothing is trusted when there is no such file, or when it has faults.</param>
    /// <returns>Its faults.</returns>
    public static IReadOnlyList<Diagnostic> Read(string folder, out TrustList trust) => Read(folder, out trust, out _);

    /// <summary>Reads the file of a folder, and keeps its text.</summary>
    /// <param name="folder">The folder of scorers.</param>
    /// <param name="trust">What it says; nothing is trusted when there is no such file, or when it has faults.</param>
    /// <param name="text">The text; null when there is no file, or it may not be read.</param>
    /// <returns>Its faults.</returns>
    public static IReadOnlyList<Diagnostic> Read(string folder, out TrustList trust, out string? text)
    {
        trust = new(folder, []);
        text = null;
        var path = Path.Combine(folder, Name);
        if (new FileInfo(path) is { Exists: false, LinkTarget: null } && !Directory.Exists(path))
        {
            return [];
        }

        trust = trust with { HasFaults = true };
        byte[] content;
        try
        {
            if (RightsFault(path, out content) is { } fault)
            {
                return [Fault(path, TrustCode.Rights, fault)];
            }
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return [Fault(path, TrustCode.Rights, $"'{path}' cannot be read: {refused.Message.TrimEnd('.')}.")];
        }

        var faults = TrustReading.Read(path, content, out var entries);
        trust = new(folder, entries, faults.Count > 0);
        text = Encoding.UTF8.GetString(content);

        return faults;
    }

    /// <summary>Writes the file of a folder, whole or not at all.</summary>
    /// <param name="folder">The folder of scorers.</param>
    /// <param name="text">The new text.</param>
    /// <exception cref="IOException">The disk does not take it.</exception>
    /// <exception cref="UnauthorizedAccessException">The user may not write to the folder.</exception>
    public static void Write(string folder, string text)
    {
        var path = Path.Combine(folder, Name);
        var draft = Path.Combine(folder, $".{Name}.{Guid.NewGuid():N}.tmp");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        }

        try
        {
            using (var file = new FileStream(draft, options))
            {
                file.Write(Encoding.UTF8.GetBytes(text));
                file.Flush(flushToDisk: true);
            }

            File.Move(draft, path, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    // Told of the open file, so that it cannot be another one by the time that it is read.
    private static string? RightsFault(string path, out byte[] content)
    {
        content = [];
        if (new FileInfo(path).LinkTarget is not null || Directory.Exists(path) || (!OperatingSystem.IsWindows() && !FileOwner.IsRegular(path)))
        {
            return $"'{path}' must be a plain file: it lifts the gate, and what a link leads to could be exchanged. Put the file itself there.";
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        if (!OperatingSystem.IsWindows())
        {
            if (!FileOwner.IsCurrentUser(file.SafeFileHandle))
            {
                return $"'{path}' belongs to somebody else, who would so run code as you; read it, then make a copy of your own with 'cp' in its place.";
            }

            if ((File.GetUnixFileMode(file.SafeFileHandle) & OthersWrite) != 0)
            {
                return $"Others may write to '{path}', and would so run code as you; read it, then take that right away with 'chmod go-w {path}'.";
            }
        }

        if (file.Length > MaxBytes)
        {
            return $"'{path}' has {file.Length} bytes; it may have {MaxBytes}.";
        }

        content = new byte[file.Length];
        file.ReadExactly(content);

        return null;
    }

    private static Diagnostic Fault(string path, string code, string message) => new(path, 0, 0, code, Severity.Error, message);
}
