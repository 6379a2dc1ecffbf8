namespace ScriptHost.Trust;

/// <summary>Somebody's word that a scorer's code may run with full rights: one entry of <c>trust.yaml</c>. Plain data.</summary>
/// <param name="Scorer">The script's name, or the plugin's folder's.</param>
/// <param name="Path">The script, or the plugin's main assembly, below the folder of scorers, with <c>/</c>.</param>
/// <param name="Sha256">
/// Of the script's bytes; of a plugin, of the list of its files, see <c>PluginManifest</c>. 64 lower-case hexadecimal digits.
/// </param>
/// <param name="By">Who said so: a user's name.</param>
/// <param name="At">When, UTC, to the second.</param>
/// <param name="Why">For people.</param>
/// <param name="Needs">What a worker's containment opens for it, sorted, each once; usually nothing.</param>
internal sealed record TrustEntry(string Scorer, string Path, string Sha256, string By, DateTimeOffset At, string Why, IReadOnlyList<TrustNeed> Needs)
{
    /// <summary>For people: <c>by ada on 2026-11-22</c>.</summary>
    public string ByWhomAndWhen => FormattableString.Invariant($"by {By} on {At:yyyy-MM-dd}");

    /// <summary>The needs as <c>trust.yaml</c> writes them: <c>network, files</c>.</summary>
    public string NeedsText => string.Join(", ", Needs.Select(TrustText.Of));
}
