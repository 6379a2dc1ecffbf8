using ScriptHost.Runs;
using ScriptHost.Scripting;

namespace ScriptHost.Cli;

/// <summary>Loads scorers and tells people what is wrong with them.</summary>
internal static class Loading
{
    /// <summary>The scorers of a folder; null when a script has a fault, which is told then.</summary>
    public static LoadReport? Folder(
        Terminal terminal, string folder, IReadOnlyList<string> names, string? allowlist, IScoringHost host, CancellationToken cancellationToken)
    {
        // Nobody has to make the usual folder to use a scorer that is built in.
        if (names.Count == 0 || folder != Defaults.Scorers)
        {
            RequireFolder(folder);
        }

        return Told(terminal, ScorerLoading.Load(folder, names, TopLevelTime, OperatorAllowlist.Read(terminal, allowlist), host, cancellationToken));
    }

    /// <summary>The scorers that are built in; null when the operator's allowlist refuses one, which is told then.</summary>
    public static LoadReport? BuiltIn(Terminal terminal, string? allowlist, IScoringHost host, CancellationToken cancellationToken) =>
        Told(terminal, ScorerLoading.LoadSources(BuiltInScripts.All(), TopLevelTime, OperatorAllowlist.Read(terminal, allowlist), host, cancellationToken));

    /// <summary>Refuses a folder of scorers that does not exist.</summary>
    /// <exception cref="InputException">It does not exist.</exception>
    public static void RequireFolder(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new InputException($"There is no folder of scorers '{folder}'. 'scripthost new scorer NAME' makes one with a first scorer; --scorers names another.");
        }
    }

    /// <summary>One scorer, by its file or its name in the folder; null when a script has a fault, which is told then.</summary>
    public static LoadReport? One(
        Terminal terminal, string folder, string nameOrPath, string? allowlist, IScoringHost host, CancellationToken cancellationToken)
    {
        if (!nameOrPath.EndsWith(".csx", StringComparison.OrdinalIgnoreCase))
        {
            return Folder(terminal, folder, [nameOrPath], allowlist, host, cancellationToken);
        }

        return File.Exists(nameOrPath)
            ? Told(terminal, ScorerLoading.LoadPaths([nameOrPath], TopLevelTime, OperatorAllowlist.Read(terminal, allowlist), host, cancellationToken))
            : throw new InputException($"There is no script '{nameOrPath}'.");
    }

    /// <summary>The longest that one script's top level may take.</summary>
    public static TimeSpan TopLevelTime => TimeSpan.FromSeconds(10);

    /// <summary>Tells which scorers are about to run with full rights.</summary>
    public static void TellTrusted(Terminal terminal, LoadReport report)
    {
        foreach (var (scorer, image) in report.Scorers.Zip(report.Images))
        {
            if (image.Trust is { } trust)
            {
                terminal.Tell($"trusted: {scorer.Name}{(trust.Needs.Count == 0 ? "" : $" ({trust.NeedsText})")}, {trust.ByWhomAndWhen}");
            }
        }
    }

    /// <summary>Tells which scorers bear the name of a built-in one and are another.</summary>
    public static void TellHidden(Terminal terminal, LoadReport report)
    {
        foreach (var image in report.Images.Distinct().Where(BuiltInScripts.IsHidden))
        {
            terminal.Tell($"note: '{image.Path}' is scored with in place of the built-in '{image.Name}', from which it differs.");
        }
    }

    /// <summary>Tells what there is for scripts that need more than the gate allows, if it refused one.</summary>
    public static void TellOfTrust(Terminal terminal, IEnumerable<Diagnostic> diagnostics)
    {
        if (diagnostics.FirstOrDefault(d => d.Code is Codes.NotListed or Codes.Import or Codes.Inherit or Codes.Extern or Codes.Unsafe or Codes.Reflection) is { } refused)
        {
            var name = Path.GetFileNameWithoutExtension(refused.Path);
            terminal.Tell($"A script that needs more than the allowlist has can be trusted: read it, then 'scripthost trust {name}' lets it run with full rights.");
        }
    }

    private static LoadReport? Told(Terminal terminal, LoadReport report)
    {
        foreach (var diagnostic in report.Diagnostics)
        {
            terminal.Tell(diagnostic.ToString());
        }

        terminal.Server?.Tell(terminal.Error, report.Diagnostics);
        TellOfTrust(terminal, report.Diagnostics);

        return report.HasErrors ? null : report;
    }
}
