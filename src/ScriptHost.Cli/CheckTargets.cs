using ScriptHost.Presets;

namespace ScriptHost.Cli;

/// <summary>What <c>check</c> looks at.</summary>
/// <param name="Scripts">Scripts, and folders of scripts.</param>
/// <param name="Presets">Folders of presets, each with the presets that are wanted; none wants all.</param>
/// <param name="Bundles">Bundles' files.</param>
internal sealed record CheckTargets(
    IReadOnlyList<string> Scripts, IReadOnlyList<(string Folder, IReadOnlyList<string> Names)> Presets, IReadOnlyList<string> Bundles)
{
    private const string Extension = ".yaml";

    /// <summary>What paths ask for.</summary>
    /// <param name="paths">The paths; none asks for both folders, as far as they are there.</param>
    /// <param name="scorers">The folder of scorers.</param>
    /// <param name="presets">The folder of presets.</param>
    /// <exception cref="InputException">A path does not exist.</exception>
    public static CheckTargets Of(IReadOnlyList<string> paths, string scorers, string presets)
    {
        if (paths.Count == 0)
        {
            paths = !Directory.Exists(presets) ? [scorers] : Directory.Exists(scorers) ? [scorers, presets] : [presets];
        }

        if (paths.FirstOrDefault(p => !File.Exists(p) && !Directory.Exists(p)) is { } missing)
        {
            throw new InputException($"There is no file or folder '{missing}'.");
        }

        var files = paths.Where(p => File.Exists(p) && p.EndsWith(Extension, StringComparison.Ordinal)).ToList();
        var bundles = paths.Where(p => File.Exists(p) && Bundle.IsPath(p)).ToList();
        var folders = paths.Where(p => IsSame(p, presets)).ToList();

        return new(
            [.. paths.Except(files).Except(folders).Except(bundles)],
            [
                .. folders.Select(f => (f, (IReadOnlyList<string>)[])),
                .. files.GroupBy(f => Path.GetDirectoryName(f) is { Length: > 0 } folder ? folder : ".", StringComparer.Ordinal)
                    .Select(g => (g.Key, (IReadOnlyList<string>)[.. g.Select(f => Path.GetFileNameWithoutExtension(f))])),
            ],
            bundles);
    }

    private static bool IsSame(string path, string presets) =>
        Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)) == Path.TrimEndingDirectorySeparator(Path.GetFullPath(presets));
}
