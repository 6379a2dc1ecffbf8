using System.Security.Cryptography;
using ScriptHost.Trust;

namespace ScriptHost.Plugins;

/// <summary>
/// The files of a plugin, read once: what is hashed is what is loaded, whatever happens to the folder in between.
/// </summary>
internal sealed class PluginContent
{
    private const int MostFiles = 2_000;
    private const long MostBytes = 512L << 20;

    private readonly Dictionary<string, byte[]> files;

    private PluginContent(PluginManifest manifest, Dictionary<string, byte[]> files)
    {
        Manifest = manifest;
        this.files = files;
    }

    /// <summary>What there is.</summary>
    public PluginManifest Manifest { get; }

    /// <summary>The bytes of a file; null when there is none.</summary>
    /// <param name="path">Below the folder, with <c>/</c>.</param>
    public byte[]? Find(string path) => files.GetValueOrDefault(path);

    /// <summary>The files that end in <c>.dll</c>; some may be native.</summary>
    public IEnumerable<(string Path, byte[] Bytes)> Libraries =>
        Manifest.Files.Where(f => f.Path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)).Select(f => (f.Path, files[f.Path]));

    /// <summary>Reads a folder.</summary>
    /// <param name="folder">A folder with a main assembly that bears its name.</param>
    /// <param name="fault">What is wrong with it; null when nothing is.</param>
    /// <returns>The content; null when there is a fault.</returns>
    public static PluginContent? Read(string folder, out Diagnostic? fault)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
        var main = Path.Combine(folder, $"{name}.dll");
        try
        {
            if (LinkIn(folder) is { } link)
            {
                fault = TrustFault.Link(link, name);

                return null;
            }

            return ReadFiles(name, folder, out fault);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            fault = Fault(main, $"The plugin '{name}' cannot be read: {refused.Message.TrimEnd('.')}.");

            return null;
        }
    }

    /// <summary>Reads the folder of a manifest again, and holds every file against it.</summary>
    /// <param name="manifest">What was trusted.</param>
    /// <param name="trust">Who trusts it.</param>
    /// <param name="fault">What is wrong; null when nothing is.</param>
    /// <returns>The content; null when there is a fault.</returns>
    public static PluginContent? Open(PluginManifest manifest, TrustEntry trust, out Diagnostic? fault)
    {
        if (Read(manifest.Folder, out fault) is not { } content)
        {
            return null;
        }

        var isTrusted = manifest.Name == trust.Scorer && manifest.Hash == trust.Sha256 && content.Manifest.Hash == trust.Sha256;
        fault = isTrusted ? null : TrustFault.Changed(manifest.MainPath, trust);

        return isTrusted ? content : null;
    }

    private static string? LinkIn(string folder)
    {
        if (new DirectoryInfo(folder).LinkTarget is not null)
        {
            return folder;
        }

        return new DirectoryInfo(folder).EnumerateFileSystemInfos("*", AllBelow).FirstOrDefault(i => i.LinkTarget is not null)?.FullName is { } full
            ? Path.Combine(folder, Path.GetRelativePath(folder, full))
            : null;
    }

    // A file that cannot be listed must not be left out of the hash.
    private static EnumerationOptions AllBelow => new() { RecurseSubdirectories = true, AttributesToSkip = 0, IgnoreInaccessible = false };

    private static PluginContent? ReadFiles(string name, string folder, out Diagnostic? fault)
    {
        var main = Path.Combine(folder, $"{name}.dll");
        var paths = new DirectoryInfo(folder).EnumerateFiles("*", AllBelow)
            .Select(f => Path.GetRelativePath(folder, f.FullName).Replace(Path.DirectorySeparatorChar, '/'))
            .Take(MostFiles + 1)
            .Order(StringComparer.Ordinal)
            .ToArray();
        if (paths.Length > MostFiles)
        {
            fault = Fault(main, $"The plugin '{name}' has more than {MostFiles} files; only what it loads should lie in its folder.");

            return null;
        }

        var (files, listed, left) = (new Dictionary<string, byte[]>(StringComparer.Ordinal), new List<PluginFile>(), MostBytes);
        foreach (var path in paths)
        {
            var full = Path.Combine(folder, path);
            if ((!OperatingSystem.IsWindows() && !FileOwner.IsRegular(full)) || (left -= new FileInfo(full).Length) < 0)
            {
                fault = Fault(full, left < 0
                    ? $"The plugin '{name}' is larger than {MostBytes >> 20} MB; only what it loads should lie in its folder."
                    : $"'{full}' is no plain file; only what the plugin '{name}' loads should lie in its folder.");

                return null;
            }

            var bytes = File.ReadAllBytes(full);
            files.Add(path, bytes);
            listed.Add(new(path, Convert.ToHexStringLower(SHA256.HashData(bytes))));
        }

        fault = null;

        return new(new(name, folder, listed), files);
    }

    private static Diagnostic Fault(string path, string message) => new(path, 0, 0, PluginCode.Unreadable, Severity.Error, message);
}
