using System.IO.Enumeration;

namespace ScriptHost.Traces;

/// <summary>Finds the files that TRACES arguments stand for.</summary>
internal sealed class InputSearch
{
    private static readonly string[] Extensions = [".json", ".jsonl", ".ndjson"];

    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly List<string> problems = [];

    /// <summary>Folders that could not be read and links that were not followed, a line each.</summary>
    public IReadOnlyList<string> Problems => problems;

    /// <summary>The files of each argument.</summary>
    /// <param name="arguments">Files, folders (with all below them), globs such as <c>runs/*/traces*.jsonl</c>, or <c>-</c>.</param>
    /// <exception cref="InputException">An argument names nothing, or a folder that cannot be read.</exception>
    public IReadOnlyList<InputArgument> Find(IReadOnlyList<string> arguments) =>
        [.. arguments.Select(a => new InputArgument(a, [.. Expand(a).Where(f => seen.Add(f.Length is null ? f.Path : Path.GetFullPath(f.Path)))]))];

    private IEnumerable<InputFile> Expand(string argument)
    {
        if (argument == "-")
        {
            return [InputFile.StandardInput];
        }

        if (Directory.Exists(argument))
        {
            try
            {
                return [.. Below(argument)];
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new InputException($"The folder '{argument}' cannot be read: {e.Message}");
            }
        }

        if (File.Exists(argument))
        {
            return [Measure(argument, new(argument))];
        }

        if (argument.AsSpan().IndexOfAny('*', '?') >= 0)
        {
            InputFile[] found = [.. Glob(argument)];

            return found.Length > 0 ? found : throw new InputException($"No file matches '{argument}'.");
        }

        throw new InputException($"There is no file or folder '{argument}'.{NearName(argument)}");
    }

    // Entries in ordinal order of whole paths: a folder sorts as its name with a slash.
    private IEnumerable<InputFile> Below(string folder)
    {
        var entries = new DirectoryInfo(folder).GetFileSystemInfos().OrderBy(e => e is DirectoryInfo ? e.Name + "/" : e.Name, StringComparer.Ordinal);
        foreach (var info in entries)
        {
            var path = Path.Combine(folder, info.Name);
            if (info is DirectoryInfo)
            {
                foreach (var file in Enter(path, info.LinkTarget is not null))
                {
                    yield return file;
                }
            }
            else if (IsTraceFile(info.Name) && Readable(path, info) is { } file)
            {
                yield return file;
            }
        }
    }

    private List<InputFile> Enter(string folder, bool isLink)
    {
        if (isLink)
        {
            // It may lead back up, and then there is no end.
            problems.Add($"{folder}: a link to a folder is not followed; name the folder itself to read it.");

            return [];
        }

        try
        {
            return [.. Below(folder)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            AddUnreadable(folder, e);

            return [];
        }
    }

    // None of a folder that cannot be read.
    private FileSystemInfo[] Entries(string folder)
    {
        try
        {
            return new DirectoryInfo(folder).GetFileSystemInfos();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            AddUnreadable(folder, e);

            return [];
        }
    }

    private void AddUnreadable(string folder, Exception why) => problems.Add($"{folder}: the folder cannot be read: {why.Message}");

    private IEnumerable<InputFile> Glob(string pattern)
    {
        var parts = pattern.Replace('\\', '/').Split('/');
        var fix = parts.TakeWhile(p => p.AsSpan().IndexOfAny('*', '?') < 0).ToArray();
        var root = fix.Length == 0 ? "" : fix is [""] ? "/" : string.Join('/', fix);

        return Directory.Exists(root.Length == 0 ? "." : root) ? Match(root, parts.AsMemory(fix.Length)) : [];
    }

    private IEnumerable<InputFile> Match(string folder, ReadOnlyMemory<string> parts)
    {
        var part = parts.Span[0];
        var rest = parts[1..];
        foreach (var entry in Entries(folder.Length == 0 ? "." : folder).OrderBy(e => e.Name, StringComparer.Ordinal))
        {
            var path = Path.Combine(folder, entry.Name);
            var isFolder = entry is DirectoryInfo;
            var found = (part, isFolder) switch
            {
                ("**", true) => entry.LinkTarget is not null ? []
                    : Match(path, parts).Concat(rest.Length > 1 && Fits(rest.Span[0], entry.Name) ? Match(path, rest[1..]) : []),
                ("**", false) => rest.Length <= 1 && Fits(rest.IsEmpty ? "*" : rest.Span[0], entry.Name) ? Found(path, entry) : [],
                (_, true) when Fits(part, entry.Name) => rest.IsEmpty ? Enter(path, isLink: false) : Match(path, rest),
                (_, false) when rest.IsEmpty && Fits(part, entry.Name) => Found(path, entry),
                _ => [],
            };
            foreach (var file in found)
            {
                yield return file;
            }
        }
    }

    private static bool Fits(string pattern, string name) => FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false);

    private static bool IsTraceFile(string name)
    {
        var plain = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;

        return Extensions.Any(e => plain.EndsWith(e, StringComparison.OrdinalIgnoreCase));
    }

    private InputFile[] Found(string path, FileSystemInfo entry) => Readable(path, entry) is { } file ? [file] : [];

    private InputFile? Readable(string path, FileSystemInfo entry)
    {
        var file = entry is FileInfo info ? Measure(path, info) : null;
        if (file is null or { Length: not 0 } or { Written: 0 })
        {
            return file;
        }

        // To open a named pipe or a device that nobody meant could take for ever. Like empty files, they have no length.
        problems.Add($"{path}: the file is empty, or no regular file, and is not read.");

        return null;
    }

    // A dangling link or a file that has just gone is kept: reading it will say what is wrong.
    private static InputFile Measure(string path, FileInfo info) => InputFile.At(path, info) ?? new(path, 0);

    private static string NearName(string path)
    {
        var folder = Path.GetDirectoryName(path) is { Length: > 0 } above ? above : ".";
        try
        {
            return Directory.Exists(folder)
                ? Suggestion.Sentence(Path.GetFileName(path), Directory.EnumerateFileSystemEntries(folder).Select(e => Path.GetFileName(e)))
                : "";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What cannot be listed has nothing to suggest.
            return "";
        }
    }
}
