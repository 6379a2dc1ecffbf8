using ScriptHost.Traces;

namespace ScriptHost.Watching;

/// <summary>Where the files lie that results depend on.</summary>
internal sealed record WatchedPlaces
{
    /// <summary>Files, folders and globs of traces.</summary>
    public required IReadOnlyList<string> Traces { get; init; }

    /// <summary>The folder of scorers, whose subfolders count too.</summary>
    public required string Scorers { get; init; }

    /// <summary>The folder of presets.</summary>
    public required string Presets { get; init; }

    /// <summary>Files named one by one: the allowlist, bundles.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>
    /// The folders in which something happens when one of these files changes, each once, with whether all below it counts. In place of one that
    /// does not exist stands the nearest above it that does.
    /// </summary>
    public IReadOnlyList<(string Folder, bool IsDeep)> Folders()
    {
        var folders = Traces.Select(Root).Append((Scorers, IsDeep: true)).Append((Presets, IsDeep: false)).Concat(Files.Select(f => (Above(f), IsDeep: false)));

        return [.. folders.Select(Existing).GroupBy(f => f.Folder, (folder, all) => (folder, all.Any(f => f.IsDeep)))];
    }

    private static (string Folder, bool IsDeep) Root(string argument) =>
        Directory.Exists(argument) ? (argument, true)
        : File.Exists(argument) || InputRoots.Of([argument]) is not [var root, ..] ? (Above(argument), false)
        : (root, true);

    private static (string Folder, bool IsDeep) Existing((string Folder, bool IsDeep) place)
    {
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(place.Folder));
        if (Directory.Exists(folder))
        {
            return (folder, place.IsDeep);
        }

        while (!Directory.Exists(folder) && Path.GetDirectoryName(folder) is { } above)
        {
            folder = above;
        }

        return (folder, false);
    }

    private static string Above(string file) => Path.GetDirectoryName(Path.GetFullPath(file)) ?? file;
}
