using ScriptHost.Presets;
using ScriptHost.Runs;
using ScriptHost.Scripting;

namespace ScriptHost.Cli;

/// <summary>Presets with all that they name looked up.</summary>
internal sealed class PresetLoading
{
    private readonly PresetResolution resolution;
    private readonly Bundle? bundle;

    private PresetLoading(PresetLibrary library, KnownScorers scorers, LoadReport report, Bundle? bundle = null)
    {
        Library = library;
        Report = report;
        this.bundle = bundle;
        resolution = new(library, scorers, FilterFault);
    }

    /// <summary>The presets' files.</summary>
    public PresetLibrary Library { get; }

    /// <summary>The scorers that were loaded.</summary>
    public LoadReport Report { get; }

    /// <summary>SHA-256 of the allowlist that holds.</summary>
    public string AllowlistHash => Report.Allowlist.Hash;

    /// <summary>All that is wrong with scripts and presets that were looked at.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics =>
        [.. Report.Diagnostics.Concat(Library.Diagnostics).Concat(resolution.Diagnostics).Concat(BundleFaults()).Distinct().Order(DiagnosticOrder.Instance)];

    /// <summary>Opens a folder of presets, and loads the scorers that they name.</summary>
    /// <param name="presets">The folder of presets.</param>
    /// <param name="names">The presets that are wanted; empty wants all.</param>
    /// <param name="scorers">The folder of scorers; scripts that no wanted preset names are left alone.</param>
    /// <param name="allowlist">What scripts may use.</param>
    /// <param name="host">Where their top levels run.</param>
    /// <param name="cancellationToken">Stops loading.</param>
    /// <exception cref="InputException">A folder or a preset that is wanted does not exist.</exception>
    public static PresetLoading Open(
        string presets, IReadOnlyList<string> names, string scorers, AllowlistText allowlist, IScoringHost host, CancellationToken cancellationToken)
    {
        var library = OpenLibrary(presets);

        return Load(library, names.Count > 0 ? names : Directory.Exists(presets) ? library.Names : library.AllNames, [], scorers, allowlist, host, cancellationToken);
    }

    /// <summary>The same with scorers that the command line names; no preset need be named then.</summary>
    public static PresetLoading Open(
        string presets, IReadOnlyList<string> names, IReadOnlyList<ManifestScorer> named, string scorers, AllowlistText allowlist, IScoringHost host, CancellationToken cancellationToken) =>
        Load(names.Count == 0 ? PresetLibrary.Of(presets) : OpenLibrary(presets), names, named, scorers, allowlist, host, cancellationToken);

    /// <summary>Loads the preset of a bundle, whose scripts the gate holds like anyone's.</summary>
    /// <exception cref="InputException">The file is no bundle.</exception>
    public static PresetLoading OfBundle(string path, AllowlistText allowlist, IScoringHost host, CancellationToken cancellationToken)
    {
        var bundle = ReadBundle(path);
        var library = PresetLibrary.Of(path, ($"{path}/presets/{bundle.Preset}.yaml", bundle.Manifest));
        var sources = bundle.Scripts.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => new ScriptSource(s.Key, $"{path}/scorers/{s.Key}.csx", s.Value)).ToList();
        var report = ScorerLoading.LoadSources(sources, Loading.TopLevelTime, allowlist, host, cancellationToken);

        return new(library, new(report.Scorers, bundle.Scripts.Keys), report, bundle);
    }

    /// <summary>A bundle's content.</summary>
    /// <exception cref="InputException">The file is not there, or no bundle; the message has all faults.</exception>
    public static Bundle ReadBundle(string path)
    {
        const int Most = 64 << 20;
        if (!File.Exists(path) || new FileInfo(path).Length > Most)
        {
            throw new InputException(File.Exists(path) ? $"The bundle '{path}' has more than {Most} bytes; that is the limit." : $"There is no bundle '{path}'. 'scripthost pack PRESET -o {path}' writes one.");
        }

        var faults = BundleReading.Read(path, File.ReadAllBytes(path), out var bundle);

        return bundle ?? throw new InputException(string.Join('\n', faults));
    }

    /// <summary>The presets of a folder, and behind them those that ship.</summary>
    /// <exception cref="InputException">There is no such folder, and it is not the one that nobody has to make.</exception>
    public static PresetLibrary OpenLibrary(string folder) => Directory.Exists(folder) || folder == Defaults.Presets
        ? PresetLibrary.Open(folder).WithShipped()
        : throw new InputException($"There is no folder of presets '{folder}'. 'scripthost new preset NAME' makes one with a first preset; --presets names another.");

    /// <summary>The names of a folder's scripts; none when there is no such folder.</summary>
    public static IReadOnlySet<string> ScriptNames(string folder) => !Directory.Exists(folder) ? new HashSet<string>() :
        Directory.EnumerateFiles(folder, "*.csx", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true })
            .Select(f => Path.GetFileNameWithoutExtension(f)).ToHashSet(StringComparer.Ordinal);

    /// <summary>A preset; null when it has faults, or something that it names has. A bundle has but one, whatever it is called.</summary>
    public Preset? Find(string name)
    {
        var found = resolution.Resolve(new Stated<string>(bundle?.Preset ?? name, Origin.CommandLine("--preset")));

        return BundleFaults().Any() ? null : found;
    }

    /// <summary>A preset of scorers that the command line names; null when there are faults.</summary>
    public Preset? Resolve(IReadOnlyList<ManifestScorer> named) => resolution.Resolve(named);

    /// <summary>Tells all faults.</summary>
    /// <returns>Whether none of them is an error.</returns>
    public bool Tell(Terminal terminal)
    {
        foreach (var diagnostic in Diagnostics)
        {
            terminal.Tell(diagnostic.ToString());
        }

        return Diagnostics.All(d => d.Severity != Severity.Error);
    }

    private static PresetLoading Load(
        PresetLibrary library,
        IReadOnlyList<string> names,
        IReadOnlyList<ManifestScorer> named,
        string scorers,
        AllowlistText allowlist,
        IScoringHost host,
        CancellationToken cancellationToken)
    {
        if (names.FirstOrDefault(n => !library.AllNames.Contains(n)) is { } unknown)
        {
            throw new InputException($"There is no preset '{unknown}' in '{library.Folder}'.{Suggestion.Sentence(unknown, library.AllNames)}");
        }

        if (scorers != Defaults.Scorers)
        {
            Loading.RequireFolder(scorers);
        }

        var wanted = library.ScorersOf(names).Union(named.Select(n => n.Scorer.Value)).Order(StringComparer.Ordinal).ToList();

        // No name at all would load every script.
        var report = wanted.Count == 0 ? new LoadReport([], [], [], allowlist) : ScorerLoading.Load(scorers, wanted, Loading.TopLevelTime, allowlist, host, cancellationToken);

        // Whoever names a scorer that is not there is told where it is named.
        report = report with { Diagnostics = [.. report.Diagnostics.Where(d => d.Code != Codes.UnknownScorer)] };

        return new(library, new(report.Scorers, OtherNames(scorers, wanted, report)), report);
    }

    // As they are asked for: hardly any run misses a name, and all of them would look through the folder again.
    private static IEnumerable<string> OtherNames(string scorers, IReadOnlyList<string> wanted, LoadReport report)
    {
        // A plugin that nobody trusts is there, and what is wrong with it is told already.
        var faulty = report.Diagnostics.Select(d => Path.GetFileNameWithoutExtension(d.Path)).Intersect(wanted);
        foreach (var name in ScriptNames(scorers).Union(BuiltInScorers.Names).Union(faulty))
        {
            yield return name;
        }
    }

    // What the lock says beyond hashes that agree: who wrote other sums has to have written another lock too.
    private IEnumerable<Diagnostic> BundleFaults()
    {
        if (bundle is null)
        {
            return [];
        }

        var members = Library.ScorersOf([bundle.Preset]);
        var unused = bundle.Scripts.Keys.Where(s => !members.Contains(s)).Order(StringComparer.Ordinal)
            .Select(s => $"The script '{s}' belongs to no member of the preset.");
        var path = $"{Library.Folder}/presets/{LockReading.FileName(bundle.Preset)}";
        var (locked, faults) = LockReading.Read(path, bundle.Lock);
        var now = resolution.Resolve(new Stated<string>(bundle.Preset, Origin.CommandLine("--preset")));
        var drifts = locked is null || now is null ? [] : LockComparison.Compare(locked with { Allowlist = AllowlistHash }, LockedPreset.Of(now, AllowlistHash));

        return faults.Concat(unused.Concat(drifts.Select(d => $"The preset is not what the bundle's lock says: {d}"))
            .Select(m => new Diagnostic(Library.Folder, 0, 0, PresetCodes.Bundle, Severity.Error, m)));
    }

    private static string? FilterFault(string filter)
    {
        try
        {
            TraceFilter.Parse(filter);

            return null;
        }
        catch (FormatException fault)
        {
            return fault.Message;
        }
    }
}
