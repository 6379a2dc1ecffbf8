using ScriptHost.Presets;
using ScriptHost.Runs;
using ScriptHost.Scripting;

namespace ScriptHost.Cli;

/// <summary>Presets with all that they name looked up.</summary>
internal sealed class PresetLoading
{
    private readonly PresetResolution resolution;
    private readonly LoadReport report;

    private PresetLoading(PresetLibrary library, KnownScorers scorers, LoadReport report)
    {
        Library = library;
        this.report = report;
        resolution = new(library, scorers, FilterFault);
    }

    /// <summary>The presets' files.</summary>
    public PresetLibrary Library { get; }

    /// <summary>SHA-256 of the allowlist that holds.</summary>
    public string AllowlistHash => report.Allowlist.Hash;

    /// <summary>All that is wrong with scripts and presets that were looked at.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics =>
        [.. report.Diagnostics.Concat(Library.Diagnostics).Concat(resolution.Diagnostics).Distinct().Order(DiagnosticOrder.Instance)];

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
        if (names.FirstOrDefault(n => !library.Names.Contains(n)) is { } unknown)
        {
            throw new InputException($"There is no preset '{unknown}' in '{presets}'.{Suggestion.Sentence(unknown, library.Names)}");
        }

        Loading.RequireFolder(scorers);
        var scripts = ScriptNames(scorers);
        var wanted = library.ScorersOf(names.Count == 0 ? library.Names : names).Where(scripts.Contains).Order(StringComparer.Ordinal).ToList();

        // No name at all would load every script.
        var report = wanted.Count == 0 ? new LoadReport([], [], [], allowlist) : ScorerLoading.Load(scorers, wanted, Loading.TopLevelTime, allowlist, host, cancellationToken);

        return new(library, new(report.Scorers, scripts), report);
    }

    /// <summary>The presets of a folder.</summary>
    /// <exception cref="InputException">There is no such folder.</exception>
    public static PresetLibrary OpenLibrary(string folder) => Directory.Exists(folder)
        ? PresetLibrary.Open(folder)
        : throw new InputException($"There is no folder of presets '{folder}'. 'scripthost new preset NAME' makes one with a first preset; --presets names another.");

    /// <summary>The names of a folder's scripts.</summary>
    public static IReadOnlySet<string> ScriptNames(string folder) =>
        Directory.EnumerateFiles(folder, "*.csx", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true })
            .Select(f => Path.GetFileNameWithoutExtension(f)).ToHashSet(StringComparer.Ordinal);

    /// <summary>A preset; null when it has faults, or something that it names has.</summary>
    public Preset? Find(string name) => resolution.Resolve(new Stated<string>(name, Origin.CommandLine("--preset")));

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
