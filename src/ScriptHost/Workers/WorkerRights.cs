using ScriptHost.Plugins;
using ScriptHost.Trust;

namespace ScriptHost.Workers;

/// <summary>What a worker may do beyond reading traces: nothing, but for code that somebody trusts with more.</summary>
/// <param name="Network">Whether it may go out to the network.</param>
/// <param name="IsFree">Whether nothing of the operating system holds it, since its code needs files, programs or native code.</param>
/// <param name="Folder">A plugin's folder, which it may read; empty when there is none.</param>
internal sealed record WorkerRights(bool Network, bool IsFree, string Folder)
{
    /// <summary>Those of a script that passed the gate.</summary>
    public static WorkerRights Gated { get; } = new(Network: false, IsFree: false, Folder: "");

    /// <summary>Those that a scorer's code has.</summary>
    public static WorkerRights Of(ScorerImage image) => image.Trust is not { } trust
        ? Gated
        : new(
            trust.Needs.Contains(TrustNeed.Network),
            trust.Needs.Any(n => n != TrustNeed.Network),
            image is ScorerImage.Plugin plugin ? Path.GetFullPath(plugin.Manifest.Folder) : "");
}
