using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using ScriptHost.Containment;

namespace ScriptHost.Scripting;

/// <summary>
/// The compiler in a process of its own, which is killed over a script that takes too long or too much memory: a few hundred bytes can
/// keep Roslyn busy for ever, or have it write gigabytes. Starting one costs a second or two, so those that are idle are kept until this
/// process ends; their input ends with it, and so do they.
/// </summary>
internal sealed class CompilerProcess : IDisposable
{
    private static readonly TimeSpan StartDeadline = TimeSpan.FromMinutes(1);

    private const long MemoryBytes = 1L << 30;

    private static readonly ConcurrentBag<CompilerProcess> Idle = [];

    private readonly Process process;
    private readonly BinaryWriter requests;
    private readonly BinaryReader answers;
    private bool isReady;

    private CompilerProcess(Process process)
    {
        this.process = process;
        requests = new(process.StandardInput.BaseStream, Encoding.UTF8);
        answers = new(process.StandardOutput.BaseStream, Encoding.UTF8);
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
    }

    /// <summary>Compiles a script in some process.</summary>
    /// <param name="source">The script.</param>
    /// <param name="allowlist">What it may use, as text for the process.</param>
    /// <param name="list">The same, read.</param>
    /// <param name="deadline">The longest that it may take, in wall-clock time.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="OperationCanceledException">The token fired.</exception>
    public static CompileResult Compile(ScriptSource source, AllowlistText allowlist, Allowlist list, TimeSpan deadline, CancellationToken cancellationToken)
    {
        // A process may end through no fault of the script: only one that ends two is blamed.
        for (var attempt = 0; attempt < 2; attempt++)
        {
            var compiler = attempt == 0 && Idle.TryTake(out var idle) ? idle : Start();
            var result = compiler.Ask(source, allowlist, list, deadline, cancellationToken);
            if (result is not null && !result.Diagnostics.Any(d => d.Code is Codes.Breakdown or Codes.Deadline))
            {
                Idle.Add(compiler);

                return result;
            }

            compiler.Dispose();
            if (result is not null)
            {
                return result;
            }
        }

        return new(source, null, [Breakdown(source, "its process ended")]);
    }

    /// <summary>Starts a process ahead of the first script, unless one is idle: it gets ready meanwhile.</summary>
    public static void Prepare()
    {
        if (Idle.IsEmpty)
        {
            Idle.Add(Start());
        }
    }

    /// <summary>The diagnostic of a script over which the compiler broke down.</summary>
    /// <param name="source">The script.</param>
    /// <param name="how">What happened, without a full stop.</param>
    public static Diagnostic Breakdown(ScriptSource source, string how) =>
        Fault(source, Codes.Breakdown, $"The compiler broke down over '{source.Path}' ({how}); simplify the script.");

    /// <inheritdoc/>
    public void Dispose()
    {
        Kill();
        process.Dispose();
    }

    private static Diagnostic Fault(ScriptSource source, string code, string message) => new(source.Path, 1, 1, code, Severity.Error, message);

    private static CompilerProcess Start()
    {
        var start = ProgramStart.With(CompilerService.Verb);

        // Scripts and allowlists come over its input: it reads no file but its own.
        new ContainmentPlan { MemoryBytes = MemoryBytes }.ApplyTo(start);
        var process = Process.Start(start) ?? throw new InvalidOperationException("The compiler's process did not start.");

        return new(process);
    }

    // Null when the process ended by itself.
    private CompileResult? Ask(ScriptSource source, AllowlistText allowlist, Allowlist list, TimeSpan deadline, CancellationToken cancellationToken)
    {
        using var killed = cancellationToken.Register(Kill);
        try
        {
            if (!isReady)
            {
                using var starting = new Timer(_ => Kill(), state: null, StartDeadline, Timeout.InfiniteTimeSpan);
                isReady = answers.ReadBoolean();
            }

            using var watch = new CompileWatch(process, deadline);
            try
            {
                CompilerRequest.Write(requests, source, allowlist);
                requests.Flush();

                return ResultFormat.Read(answers, source, list);
            }
            catch (IOException) when (watch.HasKilled)
            {
                cancellationToken.ThrowIfCancellationRequested();

                return new(source, null, [Fault(source, Codes.Deadline, $"Compiling '{source.Path}' took longer than {deadline.TotalSeconds:0.#} s; simplify the script.")]);
            }
        }
        catch (IOException)
        {
            // EndOfStreamException is one too: the process is gone.
            cancellationToken.ThrowIfCancellationRequested();

            return null;
        }
    }

    private void Kill()
    {
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It is gone already.
            return;
        }
    }
}
