using System.CommandLine;
using ScriptHost.Presets;
using ScriptHost.Workers;

namespace ScriptHost.Cli;

/// <summary><c>scripthost lock</c>: pins presets, or says in what they differ from their locks.</summary>
internal static class LockCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var names = new Argument<string[]>("NAME") { Description = "The presets; with --check, default: all that have a lock.", Arity = ArgumentArity.ZeroOrMore };
        var check = new Option<bool>("--check") { Description = "Write nothing; exit with 5 when a preset is not what its lock says." };
        var presets = Options.Presets();
        var scorers = Options.Scorers();
        var allowlist = Options.Allowlist();
        var isolation = Options.Isolation();

        return new Command("lock", "Pins presets: writes down settings, hashes of scripts and of the allowlist.") { names, check, presets, scorers, allowlist, isolation }.Does(
            (parse, terminal, cancellationToken) =>
            {
                using var host = ScoringHost.For(new() { Isolation = parse.GetValue(isolation) ?? Defaults.Isolation });
                var folder = parse.GetRequiredValue(presets);
                var wanted = Wanted(parse.GetValue(names) ?? [], folder, parse.GetValue(check));
                var loading = PresetLoading.Open(folder, wanted, parse.GetRequiredValue(scorers), OperatorAllowlist.Read(terminal, parse.GetValue(allowlist)), host, cancellationToken);
                var found = wanted.Select(n => (Name: n, Preset: loading.Find(n))).ToList();
                if (found.Any(f => f.Preset is null))
                {
                    loading.Tell(terminal);

                    return ExitCode.BadInput;
                }

                var locks = found.Select(f => f.Preset).OfType<Preset>().Select(p => LockedPreset.Of(p, loading.AllowlistHash)).ToList();

                return parse.GetValue(check)
                    ? locks.ConvertAll(l => new LockChecking(terminal, d => terminal.Say(Printable.Line(d))).Holds(Path.Combine(folder, LockReading.FileName(l.Name)), l)).TrueForAll(holds => holds) ? ExitCode.Success : ExitCode.BadInput
                    : Write(terminal, folder, locks);
            });
    }

    private static List<string> Wanted(IReadOnlyList<string> names, string folder, bool isCheck)
    {
        if (names.Count > 0)
        {
            return [.. names.Distinct(StringComparer.Ordinal)];
        }

        var library = PresetLoading.OpenLibrary(folder);
        if (!isCheck)
        {
            throw new InputException($"A preset is missing: {string.Join(", ", library.Names)}.");
        }

        // One whose preset has gone is told like one that never was.
        var locked = !Directory.Exists(folder) ? [] : Directory.GetFiles(folder, LockReading.FileName("*")).Select(f => Path.GetFileName(f)[..^LockReading.FileName("").Length]).Order(StringComparer.Ordinal).ToList();

        return locked.Count > 0 ? locked : throw new InputException($"There is no lock in '{folder}'. 'scripthost lock NAME' writes one.");
    }

    private static ExitCode Write(Terminal terminal, string folder, IEnumerable<LockedPreset> locks)
    {
        Directory.CreateDirectory(folder);
        foreach (var locked in locks)
        {
            var path = Path.Combine(folder, LockReading.FileName(locked.Name));
            File.WriteAllText(path, LockPrinting.Print(locked));
            terminal.Say(Printable.Line(path));
        }

        return ExitCode.Success;
    }
}
