using ScriptHost.Trust;

namespace ScriptHost.Runs;

/// <summary>The <c>trust.yaml</c> that holds for each script and plugin, read once a folder.</summary>
internal sealed class TrustLists
{
    private readonly Dictionary<string, TrustList> read = new(StringComparer.Ordinal);
    private readonly List<Diagnostic> diagnostics = [];

    /// <summary>The faults of those that were read.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => diagnostics;

    /// <summary>The one of a folder of scorers.</summary>
    public TrustList Of(string folder)
    {
        var full = Path.GetFullPath(folder);
        if (!read.TryGetValue(full, out var list))
        {
            diagnostics.AddRange(TrustFile.Read(folder, out list));
            read.Add(full, list);
        }

        return list;
    }

    /// <summary>The folder of scorers that a script belongs to when it is named by its path or by a folder above it.</summary>
    /// <param name="script">The script's path.</param>
    /// <param name="named">The files and folders that were named.</param>
    public static string FolderOf(string script, IEnumerable<string> named)
    {
        var full = Path.GetFullPath(script);
        if (named.FirstOrDefault(n => Directory.Exists(n) && full.StartsWith(Path.TrimEndingDirectorySeparator(Path.GetFullPath(n)) + Path.DirectorySeparatorChar, StringComparison.Ordinal)) is { } folder)
        {
            return folder;
        }

        // A script in a subfolder, named by itself: the nearest trust.yaml, no further up than the working folder.
        var own = Path.GetDirectoryName(full) ?? full;
        var top = Path.GetFullPath(".") + Path.DirectorySeparatorChar;
        for (var at = own; at is not null && (at + Path.DirectorySeparatorChar).StartsWith(top, StringComparison.Ordinal); at = Path.GetDirectoryName(at))
        {
            if (File.Exists(Path.Combine(at, TrustFile.Name)))
            {
                return Path.GetRelativePath(".", at);
            }
        }

        return Path.GetDirectoryName(script) is { Length: > 0 } beside ? beside : ".";
    }
}
