using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace ScriptHost;

/// <summary>Tells whose a file is, which it is, and whether it is a plain one, which .NET does not.</summary>
[UnsupportedOSPlatform("windows")]
internal static class FileOwner
{
    // statx(2): the one call whose structure is the same on every architecture.
    private const int StructureBytes = 256;
    private const int UserIdOffset = 20;
    private const int ModeOffset = 28;
    private const int NodeOffset = 32;
    private const int DeviceOffset = 136;
    private const int CurrentFolder = -100;
    private const int EmptyPath = 0x1000;
    private const int NoFollow = 0x100;
    private const uint BasicStatistics = 0x7FF;
    private const ushort TypeBits = 0xF000;
    private const ushort RegularType = 0x8000;

    /// <summary>Whether a file or folder belongs to the user that this process runs as; links are followed.</summary>
    /// <param name="path">An existing file or folder.</param>
    public static bool IsCurrentUser(string path)
    {
        if (OperatingSystem.IsLinux())
        {
            return Status(CurrentFolder, path, flags: 0) is { } status && IsCurrentUser(status);
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

    /// <summary>Whether an open file belongs to the user that this process runs as, whatever its path names by now.</summary>
    /// <param name="file">The file.</param>
    public static bool IsCurrentUser(SafeFileHandle file)
    {
        if (OperatingSystem.IsLinux())
        {
            return Status((int)file.DangerousGetHandle(), "", EmptyPath) is { } status && IsCurrentUser(status);
        }

        try
        {
            File.SetUnixFileMode(file, File.GetUnixFileMode(file));

            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Whether a path names a plain file: no link, folder, pipe or device, any of which may hold up who opens it.</summary>
    /// <param name="path">An existing file.</param>
    public static bool IsRegular(string path) =>
        OperatingSystem.IsLinux()
            ? Status(CurrentFolder, path, NoFollow) is { } status && (BitConverter.ToUInt16(status, ModeOffset) & TypeBits) == RegularType
            : new FileInfo(path).LinkTarget is null;

    /// <summary>What tells a file or folder from any other that bore the same path before; links are followed. Null when it is not there, or the system does not say.</summary>
    /// <param name="path">A path.</param>
    public static (ulong Node, ulong Device)? Identity(string path) =>
        OperatingSystem.IsLinux() && Status(CurrentFolder, path, flags: 0) is { } status
            ? (BitConverter.ToUInt64(status, NodeOffset), BitConverter.ToUInt64(status, DeviceOffset))
            : null;

    private static bool IsCurrentUser(byte[] status) => BitConverter.ToUInt32(status, UserIdOffset) == EffectiveUserId();

    private static byte[]? Status(int folder, string path, int flags)
    {
        var status = new byte[StructureBytes];

        return GetStatus(folder, Encoding.UTF8.GetBytes(path + '\0'), flags, BasicStatistics, status) == 0 ? status : null;
    }

    [DllImport("libc", EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetStatus(int folder, byte[] path, int flags, uint mask, byte[] status);

    [DllImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint EffectiveUserId();
}
