using System.Runtime.InteropServices;
using ScriptHost.Cli;
using ScriptHost.Containment;
using ScriptHost.Scripting;
using ScriptHost.Workers;

if (args is [CompilerService.Verb])
{
    ContainedProcess.Enter();

    // Not for people: the program starts itself so to compile. Ctrl+C is for the one that started it.
    using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
    using var quit = PosixSignalRegistration.Create(PosixSignal.SIGQUIT, signal => signal.Cancel = true);
    CompilerService.Run(Console.OpenStandardInput(), Console.OpenStandardOutput());

    return (int)ScriptHost.ExitCode.Success;
}

if (args is [WorkerService.Verb, var status, var workers])
{
    ContainedProcess.Enter();

    // Likewise, to run scripts.
    using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
    using var quit = PosixSignalRegistration.Create(PosixSignal.SIGQUIT, signal => signal.Cancel = true);
    WorkerService.Run(status, workers, Console.OpenStandardInput(), Console.OpenStandardOutput());

    return (int)ScriptHost.ExitCode.Success;
}

// What a scorer says does not depend on where it runs: scripts in this process see the time zone that those in others do.
Environment.SetEnvironmentVariable("TZ", "UTC");
var begun = CommandLine.Begin(args);

using var interrupted = new CancellationTokenSource();
using var interruption = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
using var quitting = PosixSignalRegistration.Create(PosixSignal.SIGQUIT, End);
using var termination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
using var hangup = PosixSignalRegistration.Create(PosixSignal.SIGHUP, End);

return CommandLine.Run(args, Console.Out, Console.Error, begun, interrupted.Token);

void End(PosixSignalContext signal)
{
    // The second time, the program ends at once.
    signal.Cancel = !interrupted.IsCancellationRequested;
    interrupted.Cancel();
}
