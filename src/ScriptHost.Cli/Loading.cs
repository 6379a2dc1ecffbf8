using ScriptHost.Runs;

namespace ScriptHost.Cli;

/// <summary>Loads scorers and tells people what is wrong with them.</summary>
internal static class Loading
{
    /// <summary>The scorers of a folder; null when a script has a fault, which is told then.</summary>
    public static LoadReport? Folder(Terminal terminal, string folder, IReadOnlyList<string> names, string? allowlist, CancellationToken cancellationToken)
    {
        RequireFolder(folder);

        return Told(terminal, ScorerLoading.Load(folder, names, TopLevelTime, OperatorAllowlist.Read(terminal, allowlist), cancellationToken));
    }

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
    public static LoadReport? One(Terminal terminal, string folder, string nameOrPath, string? allowlist, CancellationToken cancellationToken)
    {
        if (!nameOrPath.EndsWith(".csx", StringComparison.OrdinalIgnoreCase))
        {
            return Folder(terminal, folder, [nameOrPath], allowlist, cancellationToken);
        }

        return File.Exists(nameOrPath)
            ? Told(terminal, ScorerLoading.LoadPaths([nameOrPath], TopLevelTime, OperatorAllowlist.Read(terminal, allowlist), cancellationToken))
            : throw new InputException($"There is no script '{nameOrPath}'.");
    }

    /// <summary>The longest that one script's top level may take.</summary>
    public static TimeSpan TopLevelTime => TimeSpan.FromSeconds(10);

    private static LoadReport? Told(Terminal terminal, LoadReport report)
    {
        foreach (var diagnostic in report.Diagnostics)
        {
            terminal.Tell(diagnostic.ToString());
        }

        return report.HasErrors ? null : report;
    }
}
