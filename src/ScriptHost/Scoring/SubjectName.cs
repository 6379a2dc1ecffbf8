using System.Reflection;
using ScriptHost.Contract;

namespace ScriptHost.Scoring;

/// <summary>Tells subjects from parameters' names.</summary>
internal static class SubjectName
{
    private static readonly string[] Names = ["inputs", "outputs", "expectations", "trace", "session", "cancellationToken"];

    /// <summary>All names, for people.</summary>
    public static string All { get; } = string.Join(", ", Array.ConvertAll(Names, n => $"'{n}'"));

    /// <summary>The subject that a parameter of this name gets; null when the name is a setting's.</summary>
    public static Subject? Find(string? name) => name switch
    {
        "inputs" => Subject.Inputs,
        "outputs" => Subject.Outputs,
        "expectations" => Subject.Expectations,
        "trace" => Subject.Trace,
        "session" => Subject.Session,
        "cancellationToken" => Subject.CancellationToken,
        _ => null,
    };

    /// <summary>The name of a subject's parameter.</summary>
    public static string Of(Subject subject) => Names.First(n => Find(n) == subject);

    /// <summary>The subject that a parameter of another name was probably meant to be; null when there is none.</summary>
    public static string? Meant(ParameterInfo parameter)
    {
        var name = parameter.Name ?? "";

        return MeantByType(parameter.ParameterType) is { } typed ? Of(typed)
            : MeantByAlias(name) is { } alias ? Of(alias)
            : Suggestion.For(name, Names);
    }

    /// <summary>Whether a parameter of this type is meant for a subject, so that it cannot be a setting.</summary>
    public static bool IsSubjectType(Type type) => MeantByType(Nullable.GetUnderlyingType(type) ?? type) is not null;

    // What other tools call the same, and what edits alone would not find.
    private static Subject? MeantByAlias(string name) => name.ToUpperInvariant() switch
    {
        "ANSWER" or "RESPONSE" or "PREDICTION" => Subject.Outputs,
        "QUESTION" or "REQUEST" or "QUERY" => Subject.Inputs,
        "EXPECTED" or "GROUND_TRUTH" or "GROUNDTRUTH" => Subject.Expectations,
        "CONVERSATION" => Subject.Session,
        "CT" or "TOKEN" or "CANCEL" => Subject.CancellationToken,
        _ => null,
    };

    private static Subject? MeantByType(Type type) =>
        type == typeof(Trace) ? Subject.Trace
        : type.IsAssignableTo(typeof(IEnumerable<Trace>)) ? Subject.Session
        : type == typeof(CancellationToken) ? Subject.CancellationToken
        : null;
}
