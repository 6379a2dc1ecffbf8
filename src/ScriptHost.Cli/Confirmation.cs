namespace ScriptHost.Cli;

/// <summary>Asks who sits at the terminal.</summary>
/// <param name="terminal">Where to ask.</param>
/// <param name="answers">Where answers come from; null when nobody is there to answer.</param>
internal sealed class Confirmation(Terminal terminal, TextReader? answers)
{
    /// <summary>Asks on the console, if somebody sees the question and can answer.</summary>
    public static Confirmation Of(Terminal terminal) => new(terminal, terminal.IsErrorWatched && !Console.IsInputRedirected ? Console.In : null);

    /// <summary>Whether somebody can answer.</summary>
    public bool IsPossible => answers is not null;

    /// <summary>The answer in words; null when there is none.</summary>
    public string? Ask(string question)
    {
        terminal.Error.Write(Printable.Line(question) + " ");

        return answers?.ReadLine()?.Trim() is { Length: > 0 } answer ? answer : null;
    }

    /// <summary>Whether the answer is yes; anything else is no.</summary>
    public bool IsYes(string question) =>
        Ask($"{question} [y/N]") is { } answer && (answer.Equals("y", StringComparison.OrdinalIgnoreCase) || answer.Equals("yes", StringComparison.OrdinalIgnoreCase));
}
