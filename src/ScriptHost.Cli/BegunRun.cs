using ScriptHost.Runs;

namespace ScriptHost.Cli;

/// <summary>A plain run that was begun with before all else that the program does: a worker's process takes longest to get ready.</summary>
/// <param name="Arguments">What to do.</param>
/// <param name="Host">Where its scorers run, on its way; the run disposes it.</param>
internal sealed record BegunRun(RunArguments Arguments, Task<IScoringHost> Host)
{
    /// <summary>Begins, on another thread; null when the arguments are not plain.</summary>
    /// <param name="args">The arguments, without the command.</param>
    public static BegunRun? Of(ReadOnlySpan<string> args) =>
        PlainRun.Read(args) is { } arguments ? new(arguments, Task.Run(() => Run.Host(arguments.Options))) : null;
}
