using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace ScriptHost.Presets;

/// <summary>
/// Reads bundles, strictly: every entry must be one that a bundle has, and be what <see cref="Bundle.Sums"/> says. That tells damage and edits, not a
/// forger, who can write new sums: the scripts are held by the gate, and the whole file's hash can be compared.
/// </summary>
/// <param name="path">The file, for messages.</param>
internal sealed partial class BundleReading(string path)
{
    private const int MostEntries = 1_000;
    private const int MostOfOne = 1 << 20;
    private const int MostOfAll = 32 << 20;
    private const int LinkType = 0xA;

    private readonly Dictionary<string, byte[]> contents = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Diagnostic> diagnostics = [];
    private long total;

    /// <summary>Reads a bundle.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="bundle">The bundle; null when there are faults.</param>
    /// <returns>All faults.</returns>
    public static IReadOnlyList<Diagnostic> Read(string path, byte[] content, out Bundle? bundle)
    {
        var reading = new BundleReading(path);
        bundle = null;
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
            if (reading.ReadAll(zip))
            {
                reading.CheckSums();
                bundle = reading.Assemble();
            }
        }
        catch (Exception fault) when (fault is InvalidDataException or NotSupportedException or IOException or ArgumentException)
        {
            reading.Fault($"The file is no bundle, or is damaged: {fault.Message.TrimEnd('.')}.");
        }

        bundle = reading.diagnostics.Count == 0 ? bundle : null;

        return reading.diagnostics;
    }

    private bool ReadAll(ZipArchive zip)
    {
        if (zip.Entries.Count > MostEntries)
        {
            Fault($"The bundle has {zip.Entries.Count} entries; it may have {MostEntries}.");

            return false;
        }

        foreach (var entry in zip.Entries)
        {
            if (Content(entry) is not { } content)
            {
                return false;
            }

            if (!Bundle.IsEntry(entry.FullName) || ((entry.ExternalAttributes >> 28) & 0xF) == LinkType)
            {
                Fault($"'{entry.FullName}' is no entry that a bundle may have, with SHA-256 {Hash(content)}; a bundle holds files 'presets/NAME.yaml', 'presets/NAME.lock.yaml', 'scorers/NAME.csx' and '{Bundle.Sums}'.");
            }
            else if (!contents.TryAdd(entry.FullName, content))
            {
                Fault($"The entry '{entry.FullName}' stands in the bundle twice, case aside, with SHA-256 {Hash(contents[entry.FullName])} and {Hash(content)}.");
            }
        }

        return true;
    }

    // What the directory says of sizes is not believed: at most so much is unpacked.
    private byte[]? Content(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        var buffer = new byte[MostOfOne + 1];
        var length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        total += length;
        if (length <= MostOfOne && total <= MostOfAll)
        {
            return buffer[..length];
        }

        Fault(length > MostOfOne
            ? $"The entry '{entry.FullName}' unpacks to more than {MostOfOne} bytes; that is the limit."
            : $"The bundle unpacks to more than {MostOfAll} bytes; that is the limit.");

        return null;
    }

    private void CheckSums()
    {
        if (!contents.Remove(Bundle.Sums, out var sums))
        {
            Fault($"The entry '{Bundle.Sums}' is missing, so nothing says what the others must be.");

            return;
        }

        var said = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in Encoding.UTF8.GetString(sums).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (SumLine().Match(line) is not { Success: true } match || !said.TryAdd(match.Groups[2].Value, match.Groups[1].Value))
            {
                Fault($"'{line}' is no line of '{Bundle.Sums}', or its entry stands there twice; a line is a SHA-256, two blanks and an entry's name.");
            }
        }

        foreach (var (name, content) in contents.OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            if (!said.Remove(name, out var hash))
            {
                Fault($"The entry '{name}' is unknown to '{Bundle.Sums}'; its SHA-256 is {Hash(content)}.");
            }
            else if (hash != Hash(content))
            {
                Fault($"The entry '{name}' was changed: its SHA-256 is {Hash(content)}, and '{Bundle.Sums}' says {hash}.");
            }
        }

        foreach (var (name, hash) in said.OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            Fault($"The entry '{name}' is missing; '{Bundle.Sums}' has it with SHA-256 {hash}.");
        }
    }

    private Bundle? Assemble()
    {
        var locks = contents.Keys.Where(k => k.EndsWith(".lock.yaml", StringComparison.Ordinal)).ToList();
        var manifests = contents.Keys.Where(k => k.EndsWith(".yaml", StringComparison.Ordinal)).Except(locks).ToList();
        if (manifests is not [var manifest] || locks is not [var locked] || locked != Path.ChangeExtension(manifest, ".lock.yaml"))
        {
            Fault($"The bundle has {manifests.Count} presets and {locks.Count} locks; it must have one preset with its lock.");

            return null;
        }

        return new()
        {
            Preset = Path.GetFileNameWithoutExtension(manifest),
            Manifest = contents[manifest],
            Lock = contents[locked],
            Scripts = contents.Where(c => c.Key.StartsWith("scorers/", StringComparison.Ordinal))
                .ToDictionary(c => Path.GetFileNameWithoutExtension(c.Key), c => (ReadOnlyMemory<byte>)c.Value, StringComparer.Ordinal),
        };
    }

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private void Fault(string message) => diagnostics.Add(new(path, 0, 0, PresetCodes.Bundle, Severity.Error, message));

    [GeneratedRegex("^([0-9a-f]{64})  (.+)\\z")]
    private static partial Regex SumLine();
}
