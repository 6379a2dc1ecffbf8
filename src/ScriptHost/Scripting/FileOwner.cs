using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text;

namespace ScriptHost.Scripting;

/// <summary>Tells whose a file is, which .NET does not.</summary>
[UnsupportedOSPlatform("windows")]
internal static class FileOwner
{
    // statx(2): the one call whose structure is the same on every architecture.
    private const int StructureBytes = 256;
    private const int UserIdOffset = 20;
    private const int CurrentFolder = -100;
    private const uint BasicStatistics = 0x7FF;

    /// <summary>Whether a file or folder belongs to the user that this process runs as; links are followed.</summary>
    /// <param name="path">An existing file or folder.</param>
    public static bool IsCurrentUser(string path)
    {
        if (OperatingSystem.IsLinux())
        {
            var status = new byte[StructureBytes];

            return GetStatus(CurrentFolder, Encoding.UTF8.GetBytes(path + '\0'), 0, BasicStatistics, status) == 0
                && BitConverter.ToUInt32(status, UserIdOffset) == EffectiveUserId();
        }

        // Elsewhere: only the owner may set the mode.
        try
        {
            File.SetUnixFileMode(path, File.GetUnixFileMode(path));

            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetStatus(int folder, byte[] path, int flags, uint mask, byte[] status);

    [DllImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint EffectiveUserId();
}
