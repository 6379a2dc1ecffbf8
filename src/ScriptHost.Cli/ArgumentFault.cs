using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;

namespace ScriptHost.Cli;

/// <summary>What is wrong with the arguments, in one sentence.</summary>
internal static class ArgumentFault
{
    /// <summary>The first fault; null when there is none, or when help or the version is asked for.</summary>
    public static string? Of(ParseResult parse) =>
        parse.Action is HelpAction || parse.GetResult("--version") is { } version && version is OptionResult { Implicit: false }
            ? null
            : Misspelt(parse) ?? Valueless(parse) ?? parse.Errors.Select(e => Sentence(e, parse)).FirstOrDefault();

    // System.CommandLine takes an option that it does not know for an argument: '--scoer x' would be two folders of traces.
    private static string? Misspelt(ParseResult parse) =>
        parse.CommandResult.Children.SelectMany(Values).Concat(parse.UnmatchedTokens).FirstOrDefault(IsOption) is { } option
            ? Unknown(option.Split('=')[0], OptionsOf(parse.CommandResult).ToList())
            : null;

    private static string Unknown(string option, IReadOnlyList<string> known) => known.Contains(option)
        ? $"'{option}' stands behind '--', where everything is an argument; options come before it."
        : Unknown("option", option, known);

    // System.CommandLine minds only that an option has a value, not that each mention of it has one.
    private static string? Valueless(ParseResult parse) =>
        parse.CommandResult.Children.OfType<OptionResult>().FirstOrDefault(o => !o.Implicit && o.Option.Arity.MinimumNumberOfValues > 0 && o.IdentifierTokenCount > o.Tokens.Count) is { } bare
            ? $"{bare.Option.Name} lacks a value."
            : null;

    private static Argument? Missing(ParseResult parse) =>
        parse.CommandResult.Command.Arguments.FirstOrDefault(a => a.Arity.MinimumNumberOfValues > (parse.GetResult(a)?.Tokens.Count ?? 0));

    private static IEnumerable<string> Values(SymbolResult result) => result.Tokens.Select(t => t.Value);

    private static bool IsOption(string token) => token.StartsWith("--", StringComparison.Ordinal) || (token is ['-', var letter, ..] && char.IsLetter(letter));

    private static IEnumerable<string> OptionsOf(CommandResult result)
    {
        var names = result.Command.Options.Select(o => o.Name);

        return result.Parent is CommandResult parent ? names.Concat(OptionsOf(parent)) : names;
    }

    private static string Sentence(ParseError error, ParseResult parse)
    {
        var commands = parse.CommandResult.Command.Subcommands.Select(c => c.Name).ToList();

        return (parse.UnmatchedTokens, commands) switch
        {
            ([var token, ..], { Count: > 0 }) => Unknown("command", token, commands),
            ([var token, ..], _) => $"'{token}' is one argument too many.",
            (_, { Count: > 0 }) => $"A command is missing: {string.Join(", ", commands)}.",
            _ when Missing(parse) is { } argument => $"{argument.HelpName ?? argument.Name} is missing.",
            _ => string.Join(' ', error.Message.Split(['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries)),
        };
    }

    private static string Unknown(string what, string name, IEnumerable<string> known) => $"There is no {what} '{name}'.{Suggestion.Sentence(name, known)}";
}
