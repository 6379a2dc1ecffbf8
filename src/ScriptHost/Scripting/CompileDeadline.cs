namespace ScriptHost.Scripting;

/// <summary>
/// Compiles one script on a thread of its own, and waits only so long: a few hundred bytes can keep the compiler busy for ever. A thread
/// cannot be killed; one that does not heed its token is left behind, in the background.
/// </summary>
internal static class CompileDeadline
{
    // The compiler recurses; it checks the stack, but breaks off where a larger one would do.
    private const int StackBytes = 16 * 1024 * 1024;

    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(500);

    /// <summary>Compiles a script.</summary>
    /// <param name="source">The script.</param>
    /// <param name="allowlist">What it may use.</param>
    /// <param name="deadline">The longest that it may take, in wall-clock time.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="OperationCanceledException">The token fired.</exception>
    public static CompileResult Run(ScriptSource source, Allowlist allowlist, TimeSpan deadline, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var token = stop.Token;
        var completion = new TaskCompletionSource<CompileResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() => Complete(completion, source, allowlist, token), StackBytes)
        {
            IsBackground = true,
            Name = $"compile {source.Name}",
        };
        thread.Start();
        if (!WaitFor(completion.Task, deadline, cancellationToken))
        {
            stop.Cancel();
            WaitFor(completion.Task, Grace, CancellationToken.None);
        }

        cancellationToken.ThrowIfCancellationRequested();

        return completion.Task is { IsCompletedSuccessfully: true, Result: var result } ? result : TooLong(source, deadline);
    }

    private static bool WaitFor(Task task, TimeSpan time, CancellationToken cancellationToken)
    {
        try
        {
            return task.Wait((int)time.TotalMilliseconds, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    // The compiler is not ours and its input is hostile: whatever it throws speaks of the script, and an exception that leaves a thread
    // ends the process.
    private static void Complete(TaskCompletionSource<CompileResult> completion, ScriptSource source, Allowlist allowlist, CancellationToken token)
    {
        try
        {
            completion.SetResult(ScriptBuild.Run(source, allowlist, token));
        }
        catch (OperationCanceledException)
        {
            // Nobody waits for a result any more, or what waits says why there is none.
            return;
        }
        catch (Exception fault)
        {
            completion.SetResult(new(source, null, [Fault(source, Codes.Breakdown, $"The compiler broke down over '{source.Path}' ({fault.GetType().Name}: {fault.Message.Split('\n', 2)[0].Trim().TrimEnd('.')}); simplify the script.")]));
        }
    }

    private static CompileResult TooLong(ScriptSource source, TimeSpan deadline) =>
        new(source, null, [Fault(source, Codes.Deadline, $"Compiling '{source.Path}' took longer than {deadline.TotalSeconds:0.#} s; simplify the script.")]);

    private static Diagnostic Fault(ScriptSource source, string code, string message) => new(source.Path, 1, 1, code, Severity.Error, message);
}
