using ScriptHost.Presets;
using ScriptHost.Runs;
using ScriptHost.Scripting;

namespace ScriptHost.Cli;

/// <summary>Which scorers are meant, however they are named: everything that is named is united into one preset.</summary>
internal sealed record ScorerSelection
{
    /// <summary>Presets by name, and bundles by path.</summary>
    public required IReadOnlyList<string> PresetNames { get; init; }

    /// <summary>What <c>--scorer</c> says, as it was given.</summary>
    public required IReadOnlyList<string> Named { get; init; }

    /// <summary>The folder of scorers.</summary>
    public required string Scorers { get; init; }

    /// <summary>The folder of presets.</summary>
    public required string Presets { get; init; }

    /// <summary>The file of what scripts may use; null takes the list that ships.</summary>
    public required string? Allowlist { get; init; }

    /// <summary>Whether presets must be what their locks say.</summary>
    public required bool IsLocked { get; init; }

    /// <summary>The scorers, ready to score; null when there is a fault, which is told then.</summary>
    /// <exception cref="InputException">A folder, preset or bundle does not exist.</exception>
    public LoadReport? Load(Terminal terminal, IScoringHost host, CancellationToken cancellationToken)
    {
        if (IsLocked && (PresetNames.Count == 0 || Named.Count > 0))
        {
            throw new InputException("--locked holds presets to their locks: name one with --preset, and put scorers that --scorer adds into it.");
        }

        if (PresetNames.Count + Named.Count > 0)
        {
            return Unite(terminal, PresetNames, host, cancellationToken);
        }

        if (Directory.Exists(Scorers) || Scorers != Defaults.Scorers)
        {
            return Loading.Folder(terminal, Scorers, [], Allowlist, host, cancellationToken);
        }

        terminal.Tell($"There is no folder '{Scorers}' and nothing is named: the built-in preset '{BuiltInPresets.Quick}' runs.");

        return Unite(terminal, [BuiltInPresets.Quick], host, cancellationToken);
    }

    /// <summary>What <c>explain</c> needs besides the trace to score as this does, with a leading blank; empty for the defaults.</summary>
    public string ForExplain(IReadOnlyList<string> traces)
    {
        var paths = traces.Where(t => t != Defaults.Traces).Select(t => $" --traces {Printable.Shell(t)}");
        var scorers = Scorers == Defaults.Scorers ? "" : $" --scorers {Printable.Shell(Scorers)}";
        var folder = PresetNames.Count == 0 || Presets == Defaults.Presets ? "" : $" --presets {Printable.Shell(Presets)}";
        var presets = PresetNames.Select(p => $" --preset {Printable.Shell(p)}");
        var named = Named.Select(n => $" --scorer {Printable.Shell(n)}");

        return string.Concat(paths) + scorers + folder + string.Concat(presets) + string.Concat(named);
    }

    private LoadReport? Unite(Terminal terminal, IReadOnlyList<string> names, IScoringHost host, CancellationToken cancellationToken)
    {
        var faults = new List<Diagnostic>();
        var named = Named.SelectMany(n => ScorerArgument.Read(n, faults)).ToList();
        if (!IsSound(terminal, faults))
        {
            return null;
        }

        var allowlist = OperatorAllowlist.Read(terminal, Allowlist);
        var inFolder = names.Where(n => !Bundle.IsPath(n)).ToList();
        var folder = inFolder.Count + named.Count == 0 ? null : PresetLoading.Open(Presets, inFolder, named, Scorers, allowlist, host, cancellationToken);
        var all = new List<PresetLoading>();
        var presets = new List<Preset>();
        foreach (var name in names)
        {
            var loading = Bundle.IsPath(name) ? PresetLoading.OfBundle(name, allowlist, host, cancellationToken) : folder;
            Take(loading, loading?.Find(name));
        }

        if (named.Count > 0)
        {
            Take(folder, folder?.Resolve(named));
        }

        if (presets.Count < names.Count + Math.Min(named.Count, 1) || all.Exists(l => l.Report.HasErrors))
        {
            IsSound(terminal, [.. all.SelectMany(l => l.Diagnostics).Distinct()]);
            Loading.TellOfTrust(terminal, all.SelectMany(l => l.Diagnostics));

            return null;
        }

        IsSound(terminal, [.. all.SelectMany(l => l.Diagnostics).Where(d => d.Severity == Severity.Warning).Distinct()]);
        if (IsLocked && !names.Zip(presets).ToList().ConvertAll(p => IsPinned(terminal, p.First, p.Second, allowlist)).TrueForAll(holds => holds))
        {
            return null;
        }

        var union = PresetUnion.Of(presets, out var conflicts);

        // Within one folder a name is one script; a bundle may bring another of the name.
        var others = all.Count > 1 ? ScriptConflicts(presets) : [];

        return IsSound(terminal, [.. others, .. conflicts]) && union is not null ? Joined(all, allowlist).Configured(union) : null;

        void Take(PresetLoading? loading, Preset? preset)
        {
            if (loading is not null && !all.Contains(loading))
            {
                all.Add(loading);
            }

            if (preset is not null)
            {
                presets.Add(preset);
            }
        }
    }

    private bool IsPinned(Terminal terminal, string name, Preset preset, AllowlistText allowlist)
    {
        var now = LockedPreset.Of(preset, allowlist.Hash);
        var checking = new LockChecking(terminal, terminal.Tell);

        return Bundle.IsPath(name)
            ? checking.Holds($"{name}/presets/{LockReading.FileName(now.Name)}", PresetLoading.ReadBundle(name).Lock, now)
            : checking.Holds(Path.Combine(Presets, LockReading.FileName(now.Name)), now);
    }

    private static IEnumerable<Diagnostic> ScriptConflicts(IEnumerable<Preset> presets) =>
        from member in presets.SelectMany(p => p.Members)
        group member by member.Name into same
        let other = same.FirstOrDefault(m => m.Scorer.Name == same.First().Scorer.Name && m.Scorer.Hash != same.First().Scorer.Hash)
        where other is not null
        select other.Origin.Fault(
            PresetCodes.ScriptConflict,
            $"Two scorers are called '{other.Name}' and are different scripts: '{same.First().Scorer.Path}' ({same.First().Scorer.Hash[..12]}) and '{other.Scorer.Path}' ({other.Scorer.Hash[..12]}); name one of them otherwise with 'as'.");

    private static LoadReport Joined(List<PresetLoading> all, AllowlistText allowlist) => all is [var only] ? only.Report : new(
        [.. all.SelectMany(l => l.Report.Diagnostics)],
        [.. all.SelectMany(l => l.Report.Scorers)],
        [.. all.SelectMany(l => l.Report.Images)],
        allowlist)
    {
        Compiling = new(all.Sum(l => l.Report.Compiling.Compiled), all.Sum(l => l.Report.Compiling.Cached)),
    };

    private static bool IsSound(Terminal terminal, IReadOnlyList<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics.Order(DiagnosticOrder.Instance))
        {
            terminal.Tell(diagnostic.ToString());
        }

        terminal.Server?.Tell(terminal.Error, diagnostics);

        return diagnostics.All(d => d.Severity != Severity.Error);
    }
}
