namespace ScriptHost.Runs;

/// <summary>Phase 1 of a run: finds, compiles, gates and describes scorer scripts. Nothing is scored.</summary>
internal static class ScorerLoading
{
    /// <summary>Loads the scripts of a folder.</summary>
    /// <param name="folder">The folder of scripts; its subfolders count too.</param>
    /// <param name="names">The scorers to load, by name; empty takes all. Unknown ones are faults with a did-you-mean.</param>
    /// <param name="timeout">The longest that one script's top level may take.</param>
    /// <param name="cancellationToken">Stops loading.</param>
    public static LoadReport Load(string folder, IReadOnlyList<string> names, TimeSpan timeout, CancellationToken cancellationToken) =>
        throw new NotImplementedException($"{folder} {names} {timeout} {cancellationToken}");

    /// <summary>Loads scripts named by path: files, and folders with their subfolders.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="timeout">The longest that one script's top level may take.</param>
    /// <param name="cancellationToken">Stops loading.</param>
    public static LoadReport LoadPaths(IReadOnlyList<string> paths, TimeSpan timeout, CancellationToken cancellationToken) =>
        throw new NotImplementedException($"{paths} {timeout} {cancellationToken}");
}
