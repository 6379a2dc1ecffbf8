using ScriptHost.Plugins;
using ScriptHost.Scoring;

namespace ScriptHost.Runs;

/// <summary>What running a script's top level led to: plain data.</summary>
/// <param name="Scorer">The scorer; null when there is an error.</param>
/// <param name="Diagnostics">All that is wrong; empty when there is a scorer.</param>
internal sealed record ScriptDescription(ScorerDescription? Scorer, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Runs a scorer's first code once: whoever scores loads scorers of its own.</summary>
    /// <param name="image">Its code.</param>
    /// <param name="timeout">The longest that a script's top level, or making an instance of a class, may take, in wall-clock time.</param>
    /// <param name="unloads">Whether its code is unloaded again.</param>
    public static ScriptDescription Of(ScorerImage image, TimeSpan timeout, bool unloads)
    {
        var run = ScorerStart.Run(image, timeout, unloads);
        if (run.Entry is null)
        {
            return new(null, run.Diagnostics);
        }

        using var entry = run.Entry;
        var (scorer, faults) = EntryBinding.Bind(entry);

        return new(scorer?.Description, [.. run.Diagnostics, .. faults]);
    }
}
