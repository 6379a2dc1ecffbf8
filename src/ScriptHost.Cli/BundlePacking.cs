using System.Security.Cryptography;
using System.Text;
using ScriptHost.Presets;
using ScriptHost.Runs;
using ScriptHost.Scoring;
using ScriptHost.Scripting;

namespace ScriptHost.Cli;

/// <summary>Makes a bundle of a preset and the scripts that it was resolved with.</summary>
internal static class BundlePacking
{
    /// <summary>The bundle.</summary>
    /// <param name="preset">A preset that has a name.</param>
    /// <param name="report">The scorers that it was resolved with.</param>
    /// <exception cref="InputException">A member cannot be packed.</exception>
    public static Bundle Pack(Preset preset, LoadReport report)
    {
        if (!Bundle.IsEntry($"presets/{preset.Name}.yaml"))
        {
            throw new InputException($"'{preset.Name}' cannot be a bundle's preset; its name may hold letters of a to z, digits, '_' and '-'.");
        }

        var trusted = report.Scorers.Zip(report.Images).Where(s => s.Second.Trust is not null && preset.Members.Any(m => m.Scorer.Name == s.First.Name)).Select(s => $"'{s.First.Name}'").ToList();
        if (trusted.Count > 0)
        {
            throw new InputException($"{string.Join(", ", trusted)} cannot be packed: code that runs with full rights is trusted where it lies, and a bundle must not take trust elsewhere; leave it out, or pack a preset without it.");
        }

        return new()
        {
            Preset = preset.Name,
            Manifest = Encoding.UTF8.GetBytes(ManifestPrinting.Print(PresetFlattening.Flatten(preset, preset.Name))),
            Lock = Encoding.UTF8.GetBytes(LockPrinting.Print(LockedPreset.Of(preset, report.Allowlist.Hash))),
            Scripts = preset.Members.Select(m => m.Scorer).DistinctBy(s => s.Name).ToDictionary(s => s.Name, Source, StringComparer.Ordinal),
        };
    }

    private static ReadOnlyMemory<byte> Source(ScorerDescription scorer)
    {
        var content = scorer.Path == $"{BuiltInScripts.Folder}/{scorer.Name}.csx" && !File.Exists(scorer.Path) ? BuiltInScorers.Source(scorer.Name) : File.ReadAllBytes(scorer.Path);

        return Convert.ToHexStringLower(SHA256.HashData(content)) == scorer.Hash
            ? content
            : throw new InputException($"The script '{scorer.Path}' changed while it was packed; pack again.");
    }
}
