using System.Reflection;
using ScriptHost.Contract;

namespace ScriptHost.Scoring;

/// <summary>Tells subjects from parameters' names.</summary>
internal static class SubjectName
{
    private static readonly Dictionary<string, Subject> Names = new(StringComparer.Ordinal)
    {
        ["inputs"] = Subject.Inputs,
        ["outputs"] = Subject.Outputs,
        ["expectations"] = Subject.Expectations,
        ["trace"] = Subject.Trace,
        ["session"] = Subject.Session,
        ["cancellationToken"] = Subject.CancellationToken,
    };

    // What other tools call the same, and what edits alone would not find.
    private static readonly Dictionary<string, Subject> Aliases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["answer"] = Subject.Outputs,
        ["response"] = Subject.Outputs,
        ["prediction"] = Subject.Outputs,
        ["question"] = Subject.Inputs,
        ["request"] = Subject.Inputs,
        ["query"] = Subject.Inputs,
        ["expected"] = Subject.Expectations,
        ["ground_truth"] = Subject.Expectations,
        ["groundTruth"] = Subject.Expectations,
        ["conversation"] = Subject.Session,
        ["ct"] = Subject.CancellationToken,
        ["token"] = Subject.CancellationToken,
        ["cancel"] = Subject.CancellationToken,
    };

    /// <summary>All names, for people.</summary>
    public static string All { get; } = string.Join(", ", Names.Keys.Select(n => $"'{n}'"));

    /// <summary>The subject that a parameter of this name gets; null when the name is a setting's.</summary>
    public static Subject? Find(string? name) => name is not null && Names.TryGetValue(name, out var subject) ? subject : null;

    /// <summary>The name of a subject's parameter.</summary>
    public static string Of(Subject subject) => Names.First(n => n.Value == subject).Key;

    /// <summary>The subject that a parameter of another name was probably meant to be; null when there is none.</summary>
    public static string? Meant(ParameterInfo parameter)
    {
        var name = parameter.Name ?? "";

        return MeantByType(parameter.ParameterType) is { } typed ? Of(typed)
            : Aliases.TryGetValue(name, out var alias) ? Of(alias)
            : Suggestion.For(name, Names.Keys);
    }

    /// <summary>Whether a parameter of this type is meant for a subject, so that it cannot be a setting.</summary>
    public static bool IsSubjectType(Type type) => MeantByType(Nullable.GetUnderlyingType(type) ?? type) is not null;

    private static Subject? MeantByType(Type type) =>
        type == typeof(Trace) ? Subject.Trace
        : type.IsAssignableTo(typeof(IEnumerable<Trace>)) ? Subject.Session
        : type == typeof(CancellationToken) ? Subject.CancellationToken
        : null;
}
