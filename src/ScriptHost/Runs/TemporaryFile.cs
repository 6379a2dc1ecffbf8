using Microsoft.Win32.SafeHandles;

namespace ScriptHost.Runs;

/// <summary>Files for what is more than memory should hold; nobody else sees them.</summary>
internal static class TemporaryFile
{
    /// <summary>A new file, which goes away when it is closed or the process ends.</summary>
    public static SafeFileHandle Open()
    {
        var path = Path.Combine(Path.GetTempPath(), $"scripthost-{Guid.NewGuid():N}.tmp");
        var file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, FileOptions.DeleteOnClose);
        if (!OperatingSystem.IsWindows())
        {
            // Without a name nothing stays behind, however the process ends.
            File.Delete(path);
        }

        return file;
    }
}
