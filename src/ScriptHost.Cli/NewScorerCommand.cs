using System.CommandLine;

namespace ScriptHost.Cli;

/// <summary><c>scripthost new scorer</c>: writes a first version of a script.</summary>
internal static class NewScorerCommand
{
    private const string TraceScript = """
        // What this judges, and what its values mean: yes when the application answered at all.
        // Parameters are told by their names: inputs, outputs, expectations, trace, session. Any other is a setting with a default value.
        (string? outputs, int minimum = 1) => outputs?.Length >= minimum
            ? new Feedback("yes")
            : new Feedback("no", rationale: $"The answer is shorter than {minimum} characters.")

        """;

    private const string SessionScript = """
        // What this judges, and what its values mean: how many turns the conversation took, 1 and up.
        // A parameter named session makes the scorer session-level; session is a list of traces, oldest first. Any other parameter is a setting.
        (Session session, int most = 10) => new Feedback(
            session.Count,
            rationale: session.Count > most ? $"More than {most} turns." : null)

        """;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "The scorer's name: letters of a to z, digits, - and _." };
        var session = new Option<bool>("--session") { Description = "Make a scorer that judges whole conversations." };
        var scorers = Options.Scorers();

        return new Command("scorer", "Writes a small scorer script to start from.") { name, session, scorers }.Does(
            (parse, terminal, _) => Write(terminal, parse.GetRequiredValue(scorers), parse.GetRequiredValue(name), parse.GetValue(session)));
    }

    private static ExitCode Write(Terminal terminal, string folder, string name, bool isSession)
    {
        if (name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            throw new InputException($"'{name}' is no name for a scorer: it may hold letters of a to z, digits, - and _ only, and no ending.");
        }

        // Names are unique over the folder and its subfolders, in any case.
        if (Directory.Exists(folder) && Existing(folder, name) is { } existing)
        {
            throw new InputException($"There is a scorer '{name}' already: '{existing}'.");
        }

        var path = Path.Combine(folder, $"{name}.csx");
        try
        {
            Directory.CreateDirectory(folder);
            using var script = new StreamWriter(new FileStream(path, FileMode.CreateNew));
            script.Write((isSession ? SessionScript : TraceScript).ReplaceLineEndings("\n"));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"'{path}' cannot be written: {fault.Message}");
        }

        terminal.Say(Printable.Line(path));
        terminal.Tell($"Try it: scripthost run --scorer {name}{(folder == Defaults.Scorers ? "" : $" --scorers {Printable.Shell(folder)}")}");

        return ExitCode.Success;
    }

    private static string? Existing(string folder, string name) =>
        Directory.EnumerateFiles(folder, "*.csx", SearchOption.AllDirectories)
            .FirstOrDefault(f => Path.GetFileNameWithoutExtension(f).Equals(name, StringComparison.OrdinalIgnoreCase));
}
