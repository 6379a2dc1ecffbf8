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
            : Misspelt(parse) ?? parse.Errors.Select(e => Sentence(e, parse)).FirstOrDefault();

    // System.CommandLine takes an option that it does not know for an argument: '--scoer x' would be two folders of traces.
    private static string? Misspelt(ParseResult parse) =>
        parse.CommandResult.Children.SelectMany(Values).Concat(parse.UnmatchedTokens).FirstOrDefault(IsOption) is { } option
            ? Unknown("option", option.Split('=')[0], OptionsOf(parse.CommandResult))
            : null;

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
            _ => string.Join(' ', error.Message.Split(['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries)),
        };
    }

    private static string Unknown(string what, string name, IEnumerable<string> known) => $"There is no {what} '{name}'.{Suggestion.Sentence(name, known)}";
}
