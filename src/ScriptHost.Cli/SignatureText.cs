using ScriptHost.Scoring;

namespace ScriptHost.Cli;

/// <summary>Entries as C# has them, for people.</summary>
internal static class SignatureText
{
    /// <summary>A parameter, such as <c>int max = 400</c>.</summary>
    public static string Of(EntryParameter parameter) =>
        $"{parameter.Type} {parameter.Name}{(parameter.Default is { } value ? $" = {value}" : "")}";

    /// <summary>A whole entry, such as <c>(string outputs, int max = 400) => bool</c>.</summary>
    public static string Of(ScorerDescription scorer) => $"({string.Join(", ", scorer.Parameters.Select(Of))}) => {scorer.Returns}";
}
