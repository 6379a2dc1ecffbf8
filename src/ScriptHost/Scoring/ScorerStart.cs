using ScriptHost.Plugins;

namespace ScriptHost.Scoring;

/// <summary>Runs what a scorer runs before it is called for the first time: a script's top level, a class's constructor.</summary>
internal static class ScorerStart
{
    /// <summary>The scorer's entry, or what is wrong with it.</summary>
    /// <param name="image">Its code.</param>
    /// <param name="timeLimit">The longest that it may take, in wall-clock time. What takes longer cannot be stopped: its thread is left behind.</param>
    /// <param name="unloads">Whether its code can be unloaded; costs time at its first calls.</param>
    public static ScriptRunResult Run(ScorerImage image, TimeSpan timeLimit, bool unloads) => image switch
    {
        ScorerImage.Script script => ScriptRun.Run(script.Code, timeLimit, unloads),
        ScorerImage.Plugin plugin => ClassRun.Run(plugin, timeLimit, unloads),
        _ => throw new ArgumentOutOfRangeException(nameof(image), image, "There is no other kind of code."),
    };
}
