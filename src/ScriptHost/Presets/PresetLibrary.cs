namespace ScriptHost.Presets;

/// <summary>The manifests of a folder, and behind them those that ship.</summary>
internal sealed class PresetLibrary
{
    private const string Extension = ".yaml";
    private const string LockExtension = ".lock.yaml";

    private readonly Dictionary<string, Manifest> manifests = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> paths = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Diagnostic> diagnostics = [];
    private PresetLibrary? shipped;

    private PresetLibrary(string folder) => Folder = folder;

    /// <summary>The folder, for messages.</summary>
    public string Folder { get; }

    /// <summary>All that is wrong with the files by themselves.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => diagnostics;

    /// <summary>The names of the folder's presets, those with faults included, in ordinal order.</summary>
    public IReadOnlyList<string> Names => [.. paths.Keys.Order(StringComparer.Ordinal)];

    /// <summary>These names, and those of shipped presets that the folder has none of.</summary>
    public IReadOnlyList<string> AllNames => [.. Names.Union(shipped?.Names ?? [], StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The folder's presets; none when there is no such folder.</summary>
    public static PresetLibrary Open(string folder)
    {
        var library = new PresetLibrary(folder);
        try
        {
            foreach (var path in (Directory.Exists(folder) ? Directory.GetFiles(folder) : []).Order(StringComparer.Ordinal))
            {
                library.Add(path, () => File.ReadAllBytes(path));
            }
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            library.Fault(folder, PresetCodes.Unreadable, $"The folder '{folder}' cannot be read: {refused.Message.TrimEnd('.')}.");
        }

        return library;
    }

    /// <summary>Presets that are not in a folder.</summary>
    /// <param name="folder">What to call the place in messages.</param>
    /// <param name="files">Paths and contents.</param>
    public static PresetLibrary Of(string folder, params IEnumerable<(string Path, ReadOnlyMemory<byte> Content)> files)
    {
        var library = new PresetLibrary(folder);
        foreach (var (path, content) in files)
        {
            library.Add(path, () => content);
        }

        return library;
    }

    /// <summary>The same with the presets that ship behind it: a name that the folder lacks is one of them.</summary>
    public PresetLibrary WithShipped()
    {
        shipped = Of("built-in", BuiltInPresets.Names.Select(n => ($"built-in/{n}{Extension}", BuiltInPresets.Source(n))));

        return this;
    }

    /// <summary>A preset's manifest, or what of it can be read; null when there is none or nothing can. The folder's comes before one that ships.</summary>
    public Manifest? Find(string name) => paths.ContainsKey(name) ? manifests.GetValueOrDefault(name) : shipped?.Find(name);

    /// <summary>The scorers that presets name, with those that they include.</summary>
    /// <param name="names">The presets; unknown ones name nothing.</param>
    public IReadOnlySet<string> ScorersOf(IEnumerable<string> names)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<string>(names);
        var scorers = new HashSet<string>(StringComparer.Ordinal);
        while (pending.TryPop(out var name))
        {
            if (seen.Add(name) && Find(name) is { } manifest)
            {
                scorers.UnionWith(manifest.Scorers.Select(s => s.Scorer.Value));
                manifest.Include.ToList().ForEach(i => pending.Push(i.Value));
            }
        }

        return scorers;
    }

    private void Add(string path, Func<ReadOnlyMemory<byte>> read)
    {
        var file = Path.GetFileName(path);
        if (file.EndsWith(".yml", StringComparison.OrdinalIgnoreCase))
        {
            Fault(path, PresetCodes.Name, $"'{file}' would not be found as a preset; name it '{Path.ChangeExtension(file, Extension)}'.");
        }

        if (!file.EndsWith(Extension, StringComparison.Ordinal) || file.EndsWith(LockExtension, StringComparison.Ordinal) || file.StartsWith('.'))
        {
            return;
        }

        var name = Path.GetFileNameWithoutExtension(path);
        if (!paths.TryAdd(name, path))
        {
            Fault(path, PresetCodes.SameName, $"The preset '{name}' is also in '{paths[name]}'; names that differ by case only are one file on some systems; rename one.");

            return;
        }

        try
        {
            var result = ManifestReading.Read(path, read());
            diagnostics.AddRange(result.Diagnostics);
            if (result.Manifest is { } manifest)
            {
                manifests.Add(name, manifest);
            }
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            Fault(path, PresetCodes.Unreadable, $"The preset '{path}' cannot be read: {refused.Message.TrimEnd('.')}.");
        }
    }

    private void Fault(string path, string code, string message) => diagnostics.Add(new(path, 0, 0, code, Severity.Error, message));
}
