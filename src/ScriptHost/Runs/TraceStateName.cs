using ScriptHost.Contract;

namespace ScriptHost.Runs;

/// <summary>Trace states as MLflow writes them.</summary>
internal static class TraceStateName
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = ["OK", "ERROR", "IN_PROGRESS", "STATE_UNSPECIFIED"];

    /// <summary>The state's name.</summary>
    public static string Of(TraceState state) => state switch
    {
        TraceState.Ok => "OK",
        TraceState.Error => "ERROR",
        TraceState.InProgress => "IN_PROGRESS",
        _ => "STATE_UNSPECIFIED",
    };
}
