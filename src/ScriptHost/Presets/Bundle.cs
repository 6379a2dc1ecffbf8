using System.Text.RegularExpressions;

namespace ScriptHost.Presets;

/// <summary>A preset in one file with all that it needs to run elsewhere: nothing of it runs, or lifts the gate, by being read.</summary>
internal sealed partial record Bundle
{
    /// <summary>The entry that says what all others must be: the SHA-256 and the name of each, as <c>sha256sum</c> writes them.</summary>
    public const string Sums = "SHA256SUMS";

    /// <summary>What a bundle's file ends in.</summary>
    public const string Extension = ".shp";

    /// <summary>The preset's name.</summary>
    public required string Preset { get; init; }

    /// <summary>The preset with its includes resolved, as YAML.</summary>
    public required ReadOnlyMemory<byte> Manifest { get; init; }

    /// <summary>Its lock.</summary>
    public required ReadOnlyMemory<byte> Lock { get; init; }

    /// <summary>The scripts of its members, by name.</summary>
    public required IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Scripts { get; init; }

    /// <summary>All entries but <see cref="Sums"/>, in ordinal order of their names.</summary>
    public IReadOnlyList<(string Name, ReadOnlyMemory<byte> Content)> Entries =>
    [
        .. Scripts.Select(s => ($"scorers/{s.Key}.csx", s.Value))
            .Append(($"presets/{Preset}.yaml", Manifest))
            .Append(($"presets/{LockReading.FileName(Preset)}", Lock))
            .OrderBy(e => e.Item1, StringComparer.Ordinal),
    ];

    /// <summary>Whether what is named as a preset is a bundle's file.</summary>
    public static bool IsPath(string preset) => preset.EndsWith(Extension, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether an entry may have this name. No other is ever written anywhere: not one with <c>..</c>, a drive, or a backslash.</summary>
    public static bool IsEntry(string name) => EntryName().IsMatch(name);

    [GeneratedRegex(@"^(presets/[A-Za-z0-9_-]+(\.lock)?\.yaml|scorers/[A-Za-z0-9_-]+\.csx|SHA256SUMS)\z")]
    private static partial Regex EntryName();
}
