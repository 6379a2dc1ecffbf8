using System.Security.Cryptography;
using ScriptHost.Plugins;
using ScriptHost.Scripting;
using ScriptHost.Trust;

namespace ScriptHost.Runs;

/// <summary>Code that somebody may want to trust, and what he should know of it. None of it has run.</summary>
/// <param name="Scorer">The script's or plugin's name.</param>
/// <param name="File">The script or the plugin's main assembly, for people.</param>
/// <param name="Hash">What the trust would hold for.</param>
/// <param name="Reach">What the script's or the main assembly's code names.</param>
/// <param name="Dependencies">What the other files of a plugin name; nothing for a script.</param>
/// <param name="Classes">The scorers of a plugin; null for a script.</param>
/// <param name="Files">How many files count.</param>
internal sealed record TrustProposal(string Scorer, string File, string Hash, CodeReach Reach, CodeReach Dependencies, IReadOnlyList<string>? Classes, int Files)
{
    /// <summary>What it seems to need of a worker's containment, sorted.</summary>
    public IReadOnlyList<TrustNeed> Needs => [.. Reach.Needs.Union(Dependencies.Needs).Order()];

    /// <summary>Finds and reads a scorer's code; a script is compiled for it.</summary>
    /// <param name="folder">The folder of scorers.</param>
    /// <param name="name">A script's or plugin's name.</param>
    /// <param name="allowlist">What scripts may use.</param>
    /// <param name="proposal">The code; null when there are faults.</param>
    /// <param name="cancellationToken">Stops compiling.</param>
    /// <returns>What keeps it from being trusted, and warnings.</returns>
    public static IReadOnlyList<Diagnostic> Of(string folder, string name, AllowlistText allowlist, out TrustProposal? proposal, CancellationToken cancellationToken)
    {
        var scripts = ScriptFolder.Find(folder, [name]);
        var plugin = PluginFolder.Find(folder).FirstOrDefault(f => Path.GetFileName(f) == name);
        proposal = null;

        return (scripts.Sources, plugin) switch
        {
            ([var script, ..], null) => OfScript(script, allowlist, out proposal, cancellationToken),
            ([], not null) => OfPlugin(plugin, out proposal),
            ([var script, ..], not null) => [new(
                plugin, 0, 0, Codes.SameName, Severity.Error, $"The scorer '{name}' is also in '{script.Path}', and a trust must be of one of them; rename the script or the plugin.")],
            _ => [.. scripts.Diagnostics, .. scripts.Missing.Values],
        };
    }

    private static IReadOnlyList<Diagnostic> OfScript(ScriptSource script, AllowlistText allowlist, out TrustProposal? proposal, CancellationToken cancellationToken)
    {
        proposal = null;
        if (new FileInfo(script.Path).LinkTarget is not null)
        {
            return [TrustFault.Link(script.Path, script.Name)];
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(script.Content.Span));
        var supposed = new TrustEntry(script.Name, script.Path, hash, "", default, "", []);
        var compiled = new ScriptCompiler(allowlist, cache: null).Compile([script with { Trust = supposed }], cancellationToken)[0];
        if (compiled.Image is { } image)
        {
            var reach = new CodeReach();
            reach.Add(image.Bytes.ToArray());
            proposal = new(script.Name, script.Path, hash, reach, new CodeReach(), Classes: null, Files: 1);
        }

        return compiled.Diagnostics;
    }

    private static IReadOnlyList<Diagnostic> OfPlugin(string folder, out TrustProposal? proposal)
    {
        proposal = null;
        if (PluginContent.Read(folder, out var fault) is not { } content)
        {
            return fault is null ? [] : [fault];
        }

        var faults = new List<Diagnostic>();
        var classes = PluginClasses.Find(content, faults);
        if (faults.Count == 0)
        {
            var manifest = content.Manifest;
            var dependencies = manifest.Files.Select(f => f.Path).Where(p => p != manifest.Main && p != PluginClasses.ContractFile);
            proposal = new(
                manifest.Name, manifest.MainPath, manifest.Hash, ReachOf(content, [manifest.Main]), ReachOf(content, dependencies), classes, manifest.Files.Count);
        }

        return faults;
    }

    private static CodeReach ReachOf(PluginContent content, IEnumerable<string> paths)
    {
        var reach = new CodeReach();
        foreach (var path in paths)
        {
            var bytes = content.Find(path) ?? [];
            if (!reach.Add(bytes) && IsNative(path, bytes))
            {
                reach.AddNative(path);
            }
        }

        return reach;
    }

    private static bool IsNative(string path, ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("\u007fELF"u8)
        || bytes.StartsWith((ReadOnlySpan<byte>)[0xCF, 0xFA, 0xED, 0xFE])
        || bytes.StartsWith((ReadOnlySpan<byte>)[0xCA, 0xFE, 0xBA, 0xBE])
        || (bytes.StartsWith("MZ"u8) && Path.GetExtension(path) is ".dll" or ".exe");
}
