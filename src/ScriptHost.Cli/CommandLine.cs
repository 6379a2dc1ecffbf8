using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using System.Runtime.ExceptionServices;
using ScriptHost.Scripting;

namespace ScriptHost.Cli;

/// <summary>The program from its arguments to its exit code.</summary>
internal static class CommandLine
{
    // In the order that help has them.
    private static readonly OrderedDictionary<string, Func<Command>> Commands = new(StringComparer.Ordinal)
    {
        ["run"] = RunCommand.Create,
        ["watch"] = WatchCommand.Create,
        ["check"] = CheckCommand.Create,
        ["list"] = () => new("list", "Lists scorers, presets or runs.") { ListScorersCommand.Create(), ListPresetsCommand.Create(), ListRunsCommand.Create() },
        ["show"] = ShowCommand.Create,
        ["try"] = TryCommand.Create,
        ["explain"] = ExplainCommand.Create,
        ["report"] = ReportCommand.Create,
        ["diff"] = DiffCommand.Create,
        ["doctor"] = DoctorCommand.Create,
        ["trust"] = TrustCommand.Create,
        ["new"] = () => new("new", "Makes a new scorer or preset.") { NewScorerCommand.Create(), NewPresetCommand.Create() },
        ["init"] = InitCommand.Create,
        ["lock"] = LockCommand.Create,
        ["pack"] = PackCommand.Create,
        ["unpack"] = UnpackCommand.Create,
        ["schema"] = SchemaCommand.Create,
    };

    /// <summary>Runs the program; returns an <see cref="ExitCode"/>.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="output">Where data goes.</param>
    /// <param name="error">Where all else goes.</param>
    /// <param name="cancellationToken">The user's wish to end.</param>
    public static int Run(string[] args, TextWriter output, TextWriter error, CancellationToken cancellationToken) =>
        Run(args, output, error, Begin(args), cancellationToken);

    /// <summary>The same, when it was begun before the streams were there.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="output">Where data goes.</param>
    /// <param name="error">Where all else goes.</param>
    /// <param name="begun">What <see cref="Begin"/> made of the arguments.</param>
    /// <param name="cancellationToken">The user's wish to end.</param>
    public static int Run(string[] args, TextWriter output, TextWriter error, BegunRun? begun, CancellationToken cancellationToken) =>
        begun is null ? Parse(args, output, error, cancellationToken) : Do(begun, output, error, cancellationToken);

    /// <summary>Begins with what takes longest, on other threads.</summary>
    /// <param name="args">The arguments.</param>
    /// <returns>The run that was begun; null when it is not known yet what to do.</returns>
    public static BegunRun? Begin(string[] args)
    {
        if (args is not ["run", ..])
        {
            return null;
        }

        var begun = BegunRun.Of(args.AsSpan(1));
        _ = Task.Run(() => AllowlistText.Embedded.Read(out _), CancellationToken.None);

        return begun;
    }

    private static int Do(BegunRun begun, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        var terminal = new Terminal(output, error, noColor: false);
        try
        {
            return CommandAction.Telling(terminal, () => new Run(terminal, begun.Arguments, begun: begun.Host).Execute(cancellationToken), cancellationToken);
        }
        catch (Exception fault)
        {
            return Fail(ExceptionDispatchInfo.Capture(fault), output, error);
        }
    }

    // A fault of ours is told as one of any other command.
    private static int Fail(ExceptionDispatchInfo fault, TextWriter output, TextWriter error)
    {
        var command = new RootCommand();
        command.SetAction(_ => fault.Throw());

        return command.Parse([]).Invoke(new() { Output = output, Error = error, ProcessTerminationTimeout = null });
    }

    private static int Parse(string[] args, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        var width = new Terminal(output, error, noColor: true).Width;
        var parse = Root(width, args.FirstOrDefault()).Parse(args, Options.Parsing);
        if (args.Length > 0 && ArgumentFault.Of(parse) is { } fault)
        {
            var command = CommandPath(parse.CommandResult);
            error.WriteLine($"error: {Printable.Line(fault)}\nSee '{command} --help'.");

            return (int)ExitCode.BadInput;
        }

        var help = args.Length == 0;

        // Ctrl+C is Program's: System.CommandLine would end the process two seconds later, with what was scored unsaved.
        var invocation = new InvocationConfiguration { Output = help ? error : output, Error = error, ProcessTerminationTimeout = null };
        if (help)
        {
            Root(width).Parse(["--help"]).Invoke(invocation);

            return (int)ExitCode.BadInput;
        }

        return parse.InvokeAsync(invocation, cancellationToken).GetAwaiter().GetResult();
    }

    private static RootCommand Root(int width, string? asked = null)
    {
        var root = new RootCommand("Scores LLM traces with C# scripts.") { Options.NoColor() };

        // Making a command takes a while; only help and what is misspelt need the others.
        IEnumerable<Func<Command>> needed = asked is not null && Commands.TryGetValue(asked, out var only) ? [only] : Commands.Values;
        foreach (var create in needed)
        {
            root.Add(create());
        }

        foreach (var help in root.Options.Select(o => o.Action).OfType<HelpAction>())
        {
            help.MaxWidth = width;
        }

        return root;
    }

    private static string CommandPath(CommandResult result)
    {
        var names = new List<string>();
        for (SymbolResult? at = result; at is CommandResult command; at = at.Parent)
        {
            names.Insert(0, command.Command is RootCommand ? "scripthost" : command.Command.Name);
        }

        return string.Join(' ', names);
    }
}
