using ScriptHost.Plugins;
using ScriptHost.Scripting;

namespace ScriptHost.Runs;

/// <summary>Puts built-in scorers where a folder has none of the name.</summary>
internal static class BuiltInScripts
{
    /// <summary>What stands for the folder in the paths of built-in scorers.</summary>
    public const string Folder = "built-in";

    /// <summary>The listing with built-in scorers for what is missing. They are held by the gate like anyone's.</summary>
    public static ScriptListing Complete(ScriptListing listing)
    {
        var found = listing.Missing.Keys.Where(BuiltInScorers.IsOne).ToList();

        return found.Count == 0 ? listing : listing with
        {
            Sources = [.. listing.Sources, .. found.Select(Source)],
            Missing = listing.Missing.Where(m => !found.Contains(m.Key)).ToDictionary(StringComparer.Ordinal),
        };
    }

    /// <summary>All of them, whatever a folder has.</summary>
    public static IReadOnlyList<ScriptSource> All() => [.. BuiltInScorers.Names.Select(Source)];

    /// <summary>The listing of a folder that is not there.</summary>
    public static ScriptListing Missing(string folder, IReadOnlyList<string> names) => new([], [], names.Distinct().ToDictionary(
        n => n,
        n => new Diagnostic(folder, 0, 0, Codes.UnknownScorer, Severity.Error, $"There is no scorer '{n}', and no folder '{folder}'.{Suggestion.Sentence(n, BuiltInScorers.Names)}")));

    /// <summary>Whether a scorer of a folder bears a built-in's name and is another.</summary>
    public static bool IsHidden(ScorerImage image) => BuiltInScorers.IsOne(image.Name)
        && (image is not ScorerImage.Script || image.Hash != Sha256.Hex(BuiltInScorers.Source(image.Name)));

    private static ScriptSource Source(string name) => new(name, $"{Folder}/{name}.csx", BuiltInScorers.Source(name));
}
