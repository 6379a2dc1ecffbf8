using System.IO.Enumeration;
using ScriptHost.Plugins;
using ScriptHost.Traces;
using ScriptHost.Trust;

namespace ScriptHost.Watching;

/// <summary>The files that results depend on, as they are at one time.</summary>
internal sealed class FileLook
{
    private static readonly EnumerationOptions All = new() { RecurseSubdirectories = true, AttributesToSkip = 0, IgnoreInaccessible = true };

    private readonly Dictionary<string, (FileStamp Stamp, bool IsTraces)> files = new(StringComparer.Ordinal);

    private FileLook()
    {
    }

    /// <summary>Looks at all files.</summary>
    /// <param name="places">Where they lie.</param>
    /// <param name="before">What was seen last; null sees all for the first time.</param>
    public static FileLook At(WatchedPlaces places, FileLook? before)
    {
        var look = new FileLook();
        foreach (var path in Found(() => Traces(places.Traces)))
        {
            look.Add(path, FileStamp.OfTraces(path), isTraces: true);
        }

        foreach (var path in Found(() => Code(places.Scorers)).Concat(Found(() => Directory.EnumerateFiles(places.Presets, "*.yaml"))).Concat(places.Files))
        {
            look.Add(path, FileStamp.OfContent(path, before?.files.TryGetValue(path, out var known) == true ? known.Stamp : null), isTraces: false);
        }

        return look;
    }

    /// <summary>What is not as it was before, in ordinal order of paths.</summary>
    public IReadOnlyList<FileChange> Since(FileLook before) =>
    [
        .. files.Where(f => !before.files.TryGetValue(f.Key, out var was) || !f.Value.Stamp.IsSame(was.Stamp))
            .Select(f => new FileChange(f.Key, before.files.ContainsKey(f.Key) ? FileChangeKind.Changed : FileChangeKind.New, f.Value.IsTraces))
            .Concat(before.files.Where(f => !files.ContainsKey(f.Key)).Select(f => new FileChange(f.Key, FileChangeKind.Gone, f.Value.IsTraces)))
            .OrderBy(c => c.Path, StringComparer.Ordinal),
    ];

    private void Add(string path, FileStamp? stamp, bool isTraces)
    {
        if (stamp is { } found)
        {
            files.TryAdd(path, (found, isTraces));
        }
    }

    // Files and folders may go at any moment; who scores says what is missing.
    private static IReadOnlyList<string> Found(Func<IEnumerable<string>> find)
    {
        try
        {
            return [.. find()];
        }
        catch (Exception gone) when (gone is InputException or IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static IEnumerable<string> Traces(IReadOnlyList<string> arguments) => new InputSearch().Find(arguments).SelectMany(a => a.Files).Select(f => f.Path);

    // Editors leave drafts beside a script: only what can be a scorer counts.
    private static IEnumerable<string> Code(string folder)
    {
        var plugins = PluginFolder.Find(folder).Select(p => Path.GetFullPath(p) + Path.DirectorySeparatorChar).ToArray();
        var found = new FileSystemEnumerable<string>(folder, (ref FileSystemEntry entry) => entry.ToSpecifiedFullPath(), All)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory,
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        };

        return found.Where(p => p.EndsWith(".csx", StringComparison.Ordinal) || Path.GetFileName(p) == TrustFile.Name || plugins.Any(f => Path.GetFullPath(p).StartsWith(f, StringComparison.Ordinal)));
    }
}
