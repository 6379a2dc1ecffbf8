namespace ScriptHost.Escapes;

/// <summary>Files that are none of a scorer's business.</summary>
internal static class FileEscapes
{
    public static string Read(string path) => $"{File.ReadAllText(path).Length} characters";

    public static string List(string folder) => $"{Directory.GetFileSystemEntries(folder).Length} entries";

    public static string Write(string path)
    {
        File.WriteAllText(path, "written");

        return "";
    }

    public static string Append(string path)
    {
        File.AppendAllText(path, "more");

        return "";
    }

    public static string Delete(string path)
    {
        _ = File.GetAttributes(path);
        File.Delete(path);

        return "";
    }

    public static string ChangeMode(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return "";
    }

    public static string Publish(FileStream? status)
    {
        using var map = System.IO.MemoryMappedFiles.MemoryMappedFile.CreateFromFile(
            status!, mapName: null, capacity: 0, System.IO.MemoryMappedFiles.MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, leaveOpen: true);
        using var view = map.CreateViewAccessor();
        view.Write(0, 42L);

        return "";
    }
}
