namespace ScriptHost.Plugins;

/// <summary>The scorers of plugins that may be loaded, and what is wrong with the others.</summary>
/// <param name="Images">The scorers, by plugin and class.</param>
/// <param name="Diagnostics">All faults.</param>
internal sealed record PluginListing(IReadOnlyList<ScorerImage.Plugin> Images, IReadOnlyList<Diagnostic> Diagnostics);
