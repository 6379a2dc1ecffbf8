namespace ScriptHost.Scripting;

/// <summary>
/// The compiler for scripts that are compiled at once: they share a process, so that it has to get warm only once. Over which of them it ended,
/// if it does, is not known: each is then compiled in a process that has no other, and what happens there is its own doing.
/// </summary>
/// <param name="allowlist">What scripts may use, as text for the process.</param>
/// <param name="list">The same, read.</param>
/// <param name="deadline">The longest that compiling one script may take, in wall-clock time.</param>
internal sealed class SharedCompiler(AllowlistText allowlist, Allowlist list, TimeSpan deadline) : IDisposable
{
    // A process may end through no fault of the script: only one that ends two is blamed.
    private const int MostEnded = 2;

    private readonly Lock taking = new();
    private CompilerProcess? shared;

    /// <summary>Compiles a script.</summary>
    /// <param name="source">The script.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="OperationCanceledException">The token fired.</exception>
    public CompileResult Compile(ScriptSource source, CancellationToken cancellationToken)
    {
        var (ended, isAlone) = (0, false);
        while (ended < MostEnded)
        {
            var compiler = isAlone ? CompilerProcess.Start() : Shared();
            switch (compiler.Ask(source, allowlist, deadline, cancellationToken))
            {
                case CompilerAnswer.Given(var bytes, var wasAlone) when Read(bytes, source) is { } result:
                    if (IsBreakdown(result))
                    {
                        compiler.Kill();
                    }
                    else if (isAlone)
                    {
                        IdleCompilers.Keep(compiler);
                    }

                    if (wasAlone || !MayBeOfAnother(result))
                    {
                        return result;
                    }

                    isAlone = true;
                    break;
                case CompilerAnswer.Overran:
                    return new(source, null, [Fault(source, Codes.Deadline, $"Compiling '{source.Path}' took longer than {deadline.TotalSeconds:0.#} s; simplify the script.")]);
                case CompilerAnswer.Given(_, var wasAlone):
                    // It says what no compiler says.
                    compiler.Kill();
                    ended += isAlone || wasAlone ? 1 : 0;
                    isAlone = true;
                    break;
                case CompilerAnswer.Ended(var wasAlone):
                    ended += isAlone || wasAlone ? 1 : 0;
                    isAlone = true;
                    break;
            }
        }

        return new(source, null, [Breakdown(source, "its process ended")]);
    }

    /// <summary>The diagnostic of a script over which the compiler broke down.</summary>
    /// <param name="source">The script.</param>
    /// <param name="how">What happened, without a full stop.</param>
    public static Diagnostic Breakdown(ScriptSource source, string how) =>
        Fault(source, Codes.Breakdown, $"The compiler broke down over '{source.Path}' ({how}); simplify the script.");

    /// <summary>Leaves the process to others.</summary>
    public void Dispose()
    {
        if (shared is not null)
        {
            IdleCompilers.Keep(shared);
        }
    }

    private static Diagnostic Fault(ScriptSource source, string code, string message) => new(source.Path, 1, 1, code, Severity.Error, message);

    private static bool IsBreakdown(CompileResult result) => result.Diagnostics.Any(d => d.Code is Codes.Breakdown);

    // Whoever takes the memory, all scripts of the process run out of it, also where they write their images.
    private static bool MayBeOfAnother(CompileResult result) => result.Diagnostics.Any(d => d.Code is Codes.Breakdown or Codes.ImageSize);

    // Null when it makes no sense.
    private CompileResult? Read(byte[] bytes, ScriptSource source)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes, writable: false));
        try
        {
            return ResultFormat.Read(reader, source, list);
        }
        catch (Exception damage) when (damage is EndOfStreamException or InvalidDataException)
        {
            return null;
        }
    }

    private CompilerProcess Shared()
    {
        lock (taking)
        {
            return shared is { IsUsable: true } ? shared : shared = IdleCompilers.Take();
        }
    }
}
