using System.Diagnostics;
using System.Globalization;

namespace ScriptHost;

/// <summary>
/// Names for files and folders that lie where everybody's do, and that bear the id of the process that made them: so what is left behind by a process that was killed
/// can be told from what is in use.
/// </summary>
internal static class OwnedName
{
    private const string Prefix = "scripthost-";

    /// <summary>A name that nothing else has.</summary>
    /// <param name="kind">What it is of; the name ends so.</param>
    public static string Of(string kind) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Environment.ProcessId}-{Guid.NewGuid():N}.{kind}");

    /// <summary>Clears away what processes that are gone left in a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="kind">What of.</param>
    public static void Sweep(string folder, string kind)
    {
        foreach (var left in new DirectoryInfo(folder).EnumerateFileSystemInfos($"{Prefix}*.{kind}"))
        {
            if (int.TryParse(left.Name[Prefix.Length..].Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var owner) && !IsAlive(owner))
            {
                Delete(left);
            }
        }
    }

    private static void Delete(FileSystemInfo left)
    {
        try
        {
            if (left is DirectoryInfo { LinkTarget: null } folder)
            {
                folder.Delete(recursive: true);
            }
            else
            {
                left.Delete();
            }
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // Another user's, who will sweep it.
        }
    }

    private static bool IsAlive(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);

            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
