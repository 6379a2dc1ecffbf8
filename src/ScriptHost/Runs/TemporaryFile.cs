using Microsoft.Win32.SafeHandles;

namespace ScriptHost.Runs;

/// <summary>Files for what is more than memory should hold; nobody else sees them.</summary>
internal static class TemporaryFile
{
    /// <summary>A new file, which goes away when it is closed or the process ends.</summary>
    /// <exception cref="InputException">The system's folder for such files takes none.</exception>
    public static SafeFileHandle Open()
    {
        var folder = Path.GetTempPath();
        try
        {
            var path = Path.Combine(folder, $"scripthost-{Guid.NewGuid():N}.tmp");
            var file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, FileOptions.DeleteOnClose);
            if (!OperatingSystem.IsWindows())
            {
                // Without a name nothing stays behind, however the process ends.
                File.Delete(path);
            }

            return file;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                $"The folder for temporary files, '{folder}', takes none: {refused.Message.TrimEnd('.')}. {(OperatingSystem.IsWindows() ? "TMP" : "TMPDIR")} names another.", refused);
        }
    }
}
