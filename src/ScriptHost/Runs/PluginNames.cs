using ScriptHost.Plugins;
using ScriptHost.Scoring;
using ScriptHost.Scripting;

namespace ScriptHost.Runs;

/// <summary>Settles the names of plugins' scorers, which are known only once their classes have run.</summary>
/// <param name="scripts">The scripts that were found, and the names that were asked for and are none.</param>
internal sealed class PluginNames(ScriptListing scripts)
{
    private readonly Dictionary<string, string> taken = Paths(scripts);
    private readonly Dictionary<string, Diagnostic> missing = new(scripts.Missing, StringComparer.Ordinal);

    private readonly bool areAllWanted = scripts.Missing.Count == 0;
    private bool hasFailed;

    /// <summary>Notes a class that has faults, so that nothing is known of it but what it is called in the code.</summary>
    public void Fail(ScorerImage.Plugin image)
    {
        missing.Remove(image.Name);
        hasFailed = true;
    }

    /// <summary>What is to say of plugins and of names that nothing has. Of plugins nothing, when all that was asked for is there.</summary>
    /// <param name="ofPlugins">The faults of all plugins.</param>
    public IEnumerable<Diagnostic> Faults(IReadOnlyList<Diagnostic> ofPlugins)
    {
        if (!areAllWanted && missing.Count == 0 && !hasFailed)
        {
            return [];
        }

        // One that is not trusted is not missing.
        foreach (var fault in ofPlugins)
        {
            missing.Remove(Path.GetFileNameWithoutExtension(fault.Path));
        }

        return ofPlugins.Concat(missing.Values);
    }

    /// <summary>Whether a scorer is wanted, by its name or its plugin's, and may have its name.</summary>
    /// <param name="image">Its code.</param>
    /// <param name="scorer">What is known of it.</param>
    /// <param name="faults">Where a fault goes.</param>
    public bool Take(ScorerImage.Plugin image, ScorerDescription scorer, List<Diagnostic> faults)
    {
        var isNamed = missing.Remove(scorer.Name) || missing.Remove(image.Manifest.Name);
        if (!areAllWanted && !isNamed && !scripts.Missing.ContainsKey(image.Manifest.Name))
        {
            return false;
        }

        if (taken.TryAdd(scorer.Name, image.Path))
        {
            return true;
        }

        faults.Add(new(
            image.Path, 1, 1, Codes.SameName, Severity.Error, $"The scorer '{scorer.Name}' of the class '{image.ClassName}' is also in '{taken[scorer.Name]}'; override its Name."));

        return false;
    }

    private static Dictionary<string, string> Paths(ScriptListing scripts)
    {
        var paths = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var source in scripts.Sources)
        {
            paths.TryAdd(source.Name, source.Path);
        }

        return paths;
    }
}
