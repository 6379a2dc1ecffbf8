using System.Text.RegularExpressions;

namespace ScriptHost.Scripting;

/// <summary>Takes names apart that people write for types and members.</summary>
internal static partial class SymbolName
{
    /// <summary>The name without its type arguments and signature.</summary>
    public static string Plain(string name) => WithoutArity(TypeArguments().Replace(name.Split('(')[0].Replace(" ", "", StringComparison.Ordinal), ""));

    /// <summary>The signature in parentheses, without blanks; null when there is none.</summary>
    public static string? Signature(string name) =>
        name.IndexOf('(', StringComparison.Ordinal) is >= 0 and var at ? name[at..].Replace(" ", "", StringComparison.Ordinal) : null;

    /// <summary>What stands before the last dot, and after it. A constructor's name has a dot of its own.</summary>
    public static (string Owner, string Last) Split(string name)
    {
        var at = name.EndsWith("..ctor", StringComparison.Ordinal) ? name.Length - "..ctor".Length : name.LastIndexOf('.');

        return at < 0 ? ("", name) : (name[..at], name[(at + 1)..]);
    }

    /// <summary>A metadata name without the number of its type parameters.</summary>
    public static string WithoutArity(string name) => Arity().Replace(name, "");

    [GeneratedRegex("<[^()]*>")]
    private static partial Regex TypeArguments();

    [GeneratedRegex("`[0-9]+")]
    private static partial Regex Arity();
}
