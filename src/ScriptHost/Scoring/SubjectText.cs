using ScriptHost.Contract;

namespace ScriptHost.Scoring;

/// <summary>The JSON that a subject stands for.</summary>
internal static class SubjectText
{
    /// <summary>The trace's inputs or outputs; absent for any other subject.</summary>
    public static JsonText Of(Subject? subject, TraceContent trace) => subject switch
    {
        Subject.Inputs => trace.Inputs,
        Subject.Outputs => trace.Outputs,
        _ => default,
    };

    /// <summary>The same as text, made once for all scorers; null when there is none.</summary>
    public static string? TextOf(Subject subject, TraceContent trace) => subject switch
    {
        Subject.Inputs => trace.InputsText,
        Subject.Outputs => trace.OutputsText,
        _ => null,
    };
}
