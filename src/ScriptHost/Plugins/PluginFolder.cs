using ScriptHost.Trust;

namespace ScriptHost.Plugins;

/// <summary>Finds plugins: folders right below the folder of scorers, with a main assembly that bears the folder's name.</summary>
internal static class PluginFolder
{
    /// <summary>The folders of plugins, in ordinal order.</summary>
    /// <param name="scorers">The folder of scorers.</param>
    public static IReadOnlyList<string> Find(string scorers) =>
        Directory.Exists(scorers)
            ? [.. Directories(scorers).Where(d => Path.Exists(Path.Combine(d, $"{Path.GetFileName(d)}.dll"))).Order(StringComparer.Ordinal)]
            : [];

    /// <summary>Reads the plugins of a folder, and finds the scorers of those that are trusted. Nothing of them is run.</summary>
    /// <param name="scorers">The folder of scorers.</param>
    /// <param name="trust">Who is trusted.</param>
    public static PluginListing Read(string scorers, TrustList trust)
    {
        var images = new List<ScorerImage.Plugin>();
        var diagnostics = new List<Diagnostic>();
        // A trust.yaml with faults has said what is wrong already.
        foreach (var folder in trust.HasFaults ? [] : Find(scorers))
        {
            if (PluginContent.Read(folder, out var fault) is not { } content)
            {
                diagnostics.AddRange(fault is null ? [] : [fault]);
            }
            else if (Judge(content.Manifest, trust, out var entry) is { } refused)
            {
                diagnostics.Add(refused);
            }
            else if (entry is not null)
            {
                images.AddRange(PluginClasses.Find(content, diagnostics).Select(c => new ScorerImage.Plugin(content.Manifest, c, entry)));
            }
        }

        diagnostics.AddRange(scorers.Length > 0 && Directory.Exists(scorers) ? Directories(scorers).Where(LacksMain).Select(NoMain) : []);

        return new(images, diagnostics);
    }

    private static Diagnostic? Judge(PluginManifest manifest, TrustList trust, out TrustEntry? entry) =>
        trust.Judge(manifest.Name, manifest.MainPath, manifest.Hash, out entry) is { } refused ? refused
        : entry is null ? TrustFault.Untrusted(manifest.MainPath, manifest.Name)
        : null;

    private static IEnumerable<string> Directories(string scorers) =>
        Directory.EnumerateDirectories(scorers, "*", new EnumerationOptions()).Select(d => Path.Combine(scorers, Path.GetFileName(d)));

    private static bool LacksMain(string folder) =>
        !Path.Exists(Path.Combine(folder, $"{Path.GetFileName(folder)}.dll")) && Directory.EnumerateFiles(folder, "*.dll", new EnumerationOptions()).Any();

    private static Diagnostic NoMain(string folder) => new(
        folder, 0, 0, PluginCode.NoMain, Severity.Warning, $"'{folder}' holds assemblies but no '{Path.GetFileName(folder)}.dll', so it is no plugin; the main assembly must bear the folder's name.");
}
