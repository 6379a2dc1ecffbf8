using ScriptHost.Contract;

namespace ScriptHost.Scoring;

/// <summary>Tells an application's traces from those that MLflow wrote of scorers at work, which must not be scored in turn.</summary>
internal static class TraceOrigin
{
    /// <summary>Why such a trace is skipped.</summary>
    public const string Reason = $"The trace was made by a scorer: it has the tag '{Tag}'.";

    private const string Tag = "mlflow.trace.sourceScorer";

    /// <summary>Whether the trace is of a scorer at work; sessions leave it out.</summary>
    public static bool IsScorer(TraceContent trace) => trace.HasTag(Tag);
}
