using System.CommandLine;

namespace ScriptHost.Cli;

/// <summary>What all commands do alike: what went wrong becomes a sentence and an exit code.</summary>
internal static class CommandAction
{
    /// <summary>Sets what a command does.</summary>
    /// <param name="command">The command.</param>
    /// <param name="action">What it does. Faults of ours pass through; System.CommandLine prints them and exits with 1.</param>
    public static Command Does(this Command command, Func<ParseResult, Terminal, CancellationToken, ExitCode> action)
    {
        // Nothing here is done behind the caller's back: this is the form of action that is given the token.
        command.SetAction((parse, cancellationToken) =>
        {
            var terminal = Terminal.Of(parse);

            return Task.FromResult(Telling(terminal, () => action(parse, terminal, cancellationToken), cancellationToken));
        });

        return command;
    }

    /// <summary>Does what a command does, and tells what went wrong.</summary>
    /// <param name="terminal">Where it is told.</param>
    /// <param name="action">What to do.</param>
    /// <param name="cancellationToken">The user's wish to end.</param>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static int Telling(Terminal terminal, Func<ExitCode> action, CancellationToken cancellationToken)
    {
        try
        {
            return (int)action();
        }
        catch (InputException fault)
        {
            terminal.Tell($"error: {fault.Message}");

            return (int)ExitCode.BadInput;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // A folder that may not be written to, a disk that is full: no fault of the code, whose stack would say nothing.
            terminal.Tell($"error: {fault.Message}");

            return (int)ExitCode.BadInput;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            terminal.Tell("Cancelled.");

            return (int)ExitCode.Cancelled;
        }
    }
}
