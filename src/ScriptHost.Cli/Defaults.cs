using ScriptHost.Runs;

namespace ScriptHost.Cli;

/// <summary>What holds when the arguments do not say.</summary>
internal static class Defaults
{
    /// <summary>The folder of traces.</summary>
    public const string Traces = "traces";

    /// <summary>The folder of scorer scripts.</summary>
    public const string Scorers = "scorers";

    /// <summary>The folder of presets.</summary>
    public const string Presets = "presets";

    /// <summary>The folder of runs.</summary>
    public const string Results = "results";

    /// <summary>Where scripts run.</summary>
    public const Isolation Isolation = Runs.Isolation.Process;

    /// <summary>The most bytes that one worker's heap may have.</summary>
    public const long Memory = 1L << 30;

    /// <summary>The longest one scorer call may take.</summary>
    public static TimeSpan Timeout => TimeSpan.FromSeconds(10);
}
