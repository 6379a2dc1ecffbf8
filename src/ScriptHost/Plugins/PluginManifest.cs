using System.Security.Cryptography;
using System.Text;

namespace ScriptHost.Plugins;

/// <summary>
/// What a plugin's folder holds: plain data. Every file counts, since a native library may have any name, and what an assembly reads
/// decides what it does.
/// </summary>
/// <param name="Name">The folder's name, and the main assembly's.</param>
/// <param name="Folder">Where it is.</param>
/// <param name="Files">All its files, in ordinal order of their paths.</param>
internal sealed record PluginManifest(string Name, string Folder, IReadOnlyList<PluginFile> Files)
{
    /// <summary>The main assembly's path below the folder.</summary>
    public string Main => $"{Name}.dll";

    /// <summary>The main assembly, for people.</summary>
    public string MainPath => Path.Combine(Folder, Main);

    /// <summary>
    /// SHA-256 of the lines that <c>sha256sum</c> prints for the files, 64 lower-case hexadecimal digits. In the folder:
    /// <c>find * -type f | LC_ALL=C sort | xargs sha256sum | sha256sum</c>.
    /// </summary>
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(Files.Select(f => $"{f.Hash}  {f.Path}\n")))));

    /// <summary>Writes it down.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(Name);
        writer.Write(Folder);
        writer.Write(Files.Count);
        foreach (var file in Files)
        {
            writer.Write(file.Path);
            writer.Write(file.Hash);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="EndOfStreamException">It is cut.</exception>
    public static PluginManifest Read(BinaryReader reader)
    {
        var (name, folder) = (reader.ReadString(), reader.ReadString());
        var files = new PluginFile[reader.ReadInt32()];
        for (var i = 0; i < files.Length; i++)
        {
            files[i] = new(reader.ReadString(), reader.ReadString());
        }

        return new(name, folder, files);
    }
}
