using System.CommandLine;
using System.Globalization;

namespace ScriptHost.Cli;

/// <summary>Where a command prints: data to the output, everything else to the error stream.</summary>
internal sealed class Terminal
{
    private const int WidthWithoutTerminal = 120;

    /// <summary>Finds out what the streams can show.</summary>
    /// <param name="output">Where data goes.</param>
    /// <param name="error">Where all else goes.</param>
    /// <param name="noColor">Whether the user wants no colours.</param>
    public Terminal(TextWriter output, TextWriter error, bool noColor)
    {
        Output = output;
        Error = error;

        // A run under CI may be given a pseudo terminal; nobody looks at it while it moves.
        var isWatched = !IsSet("CI") && !IsSet("TF_BUILD") && Environment.GetEnvironmentVariable("TERM") != "dumb";
        var isTerminal = isWatched && ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected;
        HasColours = isTerminal && !noColor && !IsSet("NO_COLOR");
        Width = WidthOf(isTerminal);
        IsErrorWatched = isWatched && ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected;
        HasErrorColours = IsErrorWatched && !noColor && !IsSet("NO_COLOR");
        IsOutputWatched = isTerminal;
        Server = ReferenceEquals(error, Console.Error) ? BuildServer.Of(Environment.GetEnvironmentVariable) : null;
    }

    /// <summary>Data.</summary>
    public TextWriter Output { get; }

    /// <summary>Progress, diagnostics, warnings.</summary>
    public TextWriter Error { get; }

    /// <summary>How many columns a line of the output may take.</summary>
    public int Width { get; init; }

    /// <summary>Whether the output shows colours.</summary>
    public bool HasColours { get; }

    /// <summary>Whether the error stream shows colours.</summary>
    public bool HasErrorColours { get; }

    /// <summary>Whether somebody watches the output as it comes.</summary>
    public bool IsOutputWatched { get; }

    /// <summary>Whether somebody watches the error stream as it comes.</summary>
    public bool IsErrorWatched { get; }

    /// <summary>The CI service that reads along; null when there is none.</summary>
    public BuildServer? Server { get; init; }

    /// <summary>The terminal that a command was started with.</summary>
    public static Terminal Of(ParseResult parse) =>
        new(parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error, parse.GetValue<bool>(Options.NoColorName));

    /// <summary>The same data's place, with another one for all else.</summary>
    public Terminal Telling(TextWriter error) => new(Output, error, noColor: !HasColours) { Width = Width };

    /// <summary>Prints a line of data; the text must be harmless already.</summary>
    public void Say(string line = "") => Output.Write(line + "\n");

    /// <summary>Prints a line to the error stream, made harmless.</summary>
    public void Tell(string line) => Error.Write(Printable.Line(line) + "\n");

    /// <summary>Prints a table.</summary>
    public void Say(PlainTable table)
    {
        // Measured: to load Spectre takes a tenth of a short run, and few tables need it.
        foreach (var line in (HasColours ? null : table.Lines(Width)) ?? DrawnTable.Lines(table, Width, HasColours))
        {
            Say(line);
        }
    }

    private static int WidthOf(bool isTerminal) =>
        int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out var columns) && columns > 0 ? columns
        : isTerminal && Console.WindowWidth > 0 ? Console.WindowWidth
        : WidthWithoutTerminal;

    private static bool IsSet(string variable) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));
}
