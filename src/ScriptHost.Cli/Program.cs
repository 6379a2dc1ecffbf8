using ScriptHost.Cli;

using var interrupted = new CancellationTokenSource();

Console.CancelKeyPress += (_, e) =>
{
    // The second time, the program ends at once.
    e.Cancel = !interrupted.IsCancellationRequested;
    interrupted.Cancel();
};

return await CommandLine.RunAsync(args, Console.Out, Console.Error, interrupted.Token);
