namespace ScriptHost.Scripting;

/// <summary>Finds scorer scripts on disk. A scorer's name is its file's stem; it is unique, case aside.</summary>
internal sealed class ScriptFolder
{
    private const string Extension = ".csx";

    // Far more than a script may have; the compiler's own limit then speaks of what was read.
    private const long MaxBytes = 1024 * 1024;

    private readonly List<ScriptSource> sources = [];
    private readonly List<Diagnostic> diagnostics = [];
    private readonly Dictionary<string, string> paths = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    private ScriptFolder()
    {
    }

    /// <summary>Finds the scripts of a folder and its subfolders.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="names">The scorers that are wanted; empty wants all. A fault of a script that is not wanted is left out.</param>
    public static ScriptListing Find(string folder, IReadOnlyList<string> names)
    {
        var found = new ScriptFolder();
        found.AddFolder(folder, names.ToHashSet(StringComparer.Ordinal));

        return found.Listing(folder, names);
    }

    /// <summary>Finds the scripts that paths name: files, and folders with their subfolders.</summary>
    /// <param name="paths">Files and folders.</param>
    public static ScriptListing FindAt(IReadOnlyList<string> paths)
    {
        var found = new ScriptFolder();
        foreach (var path in paths)
        {
            if (!File.Exists(path))
            {
                found.AddFolder(path, []);
            }
            else if (!path.EndsWith(Extension, StringComparison.Ordinal))
            {
                found.Fault(path, Codes.ScorerName, $"'{path}' is no script; a scorer's file ends in {Extension}.");
            }
            else
            {
                found.AddFile(path);
            }
        }

        return found.Listing("", []);
    }

    private ScriptListing Listing(string folder, IReadOnlyList<string> names)
    {
        var missing = new Dictionary<string, Diagnostic>();
        foreach (var name in names)
        {
            if (!sources.Exists(s => s.Name == name) && !missing.ContainsKey(name) && !diagnostics.Exists(d => Stem(d.Path) == name))
            {
                missing.Add(name, new(folder, 0, 0, Codes.UnknownScorer, Severity.Error, $"There is no scorer '{name}' in '{folder}'.{Suggestion.Sentence(name, paths.Keys)}"));
            }
        }

        return new(
            names.Count == 0 ? sources : sources.FindAll(s => names.Contains(s.Name)), [.. diagnostics.Order(DiagnosticOrder.Instance)], missing);
    }

    private void AddFolder(string folder, HashSet<string> wanted)
    {
        if (!Directory.Exists(folder))
        {
            Fault(folder, Codes.Unreadable, $"There is no folder '{folder}'.");

            return;
        }

        var root = RealPath(folder);
        foreach (var (path, _) in Files(folder))
        {
            if (wanted.Count > 0 && !wanted.Contains(Stem(path)))
            {
                paths.TryAdd(Stem(path), path);
            }
            else if (IsInside(root, path))
            {
                AddFile(path);
            }
            else
            {
                Fault(path, Codes.OutsideLink, $"'{path}' is a link that leads out of '{folder}'; copy the script there.");
            }
        }
    }

    private void AddFile(string path)
    {
        var name = Stem(path);
        if (!IsName(name))
        {
            Fault(path, Codes.ScorerName, $"'{name}' is no scorer name; it may hold letters, digits, '_' and '-', such as 'contains_citation'.");
        }
        else if (seen.Add(Path.GetFullPath(path)) && Read(path) is { } content)
        {
            if (paths.TryGetValue(name, out var first) && first != path)
            {
                Fault(path, Codes.SameName, $"The scorer '{name}' is also in '{first}'; rename one of the two files.");
            }
            else
            {
                paths[name] = path;
                sources.Add(new(name, path, content));
            }
        }
    }

    // In ordinal order of their places below the folder, on every system.
    private List<FoundScript> Files(string folder)
    {
        var files = new List<FoundScript>();
        var pending = new Stack<FoundScript>([new(folder, "")]);
        while (pending.TryPop(out var next))
        {
            try
            {
                foreach (var info in new DirectoryInfo(next.Path).GetFileSystemInfos())
                {
                    var found = new FoundScript(Path.Combine(next.Path, info.Name), next.Place + info.Name);
                    if (info is not DirectoryInfo)
                    {
                        if (info.Name.EndsWith(Extension, StringComparison.Ordinal))
                        {
                            files.Add(found);
                        }
                    }
                    else if (info.LinkTarget is null)
                    {
                        // A linked folder could lead in a circle, or out.
                        pending.Push(found with { Place = found.Place + "/" });
                    }
                }
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
                Fault(next.Path, Codes.Unreadable, $"The folder '{next.Path}' cannot be read: {refused.Message.TrimEnd('.')}.");
            }
        }

        files.Sort((a, b) => string.CompareOrdinal(a.Place, b.Place));

        return files;
    }

    private byte[]? Read(string path)
    {
        try
        {
            // To open a named pipe could take for ever; like an empty file, it has no length.
            var info = new FileInfo(path);
            if (((info.ResolveLinkTarget(returnFinalTarget: true) as FileInfo) ?? info).Length == 0)
            {
                return [];
            }

            using var file = File.OpenRead(path);
            var content = new byte[Math.Min(file.Length, MaxBytes)];
            file.ReadExactly(content);

            return content;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            Fault(path, Codes.Unreadable, $"The script '{path}' cannot be read: {refused.Message.TrimEnd('.')}.");

            return null;
        }
    }

    /// <summary>Whether a scorer may have this name.</summary>
    public static bool IsName(string name) => name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');

    private static string Stem(string path) => Path.GetFileNameWithoutExtension(path);

    private static bool IsInside(string root, string path) =>
        new FileInfo(path).LinkTarget is null || RealPath(path).StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static string RealPath(string path)
    {
        FileSystemInfo item = Directory.Exists(path) ? new DirectoryInfo(path) : new FileInfo(path);
        try
        {
            return Path.TrimEndingDirectorySeparator((item.ResolveLinkTarget(returnFinalTarget: true) ?? item).FullName);
        }
        catch (IOException)
        {
            // A link to itself: it leads nowhere, so not inside either.
            return "";
        }
    }

    private void Fault(string path, string code, string message) => diagnostics.Add(new(path, 0, 0, code, Severity.Error, message));

    // A place is below the folder, with slashes.
    private sealed record FoundScript(string Path, string Place);
}
