using System.Diagnostics;
using System.Text;
using ScriptHost.Containment;

namespace ScriptHost.Scripting;

/// <summary>
/// The compiler in a process of its own, which is killed over a script that takes too long or too much memory: a few hundred bytes can
/// keep Roslyn busy for ever, or have it write gigabytes. Its input ends with this process, and so does it.
/// </summary>
internal sealed class CompilerProcess : IDisposable
{
    private static readonly TimeSpan StartDeadline = TimeSpan.FromMinutes(1);

    private const long MemoryBytes = 1L << 30;

    // Far more than an image and what is said of it may take.
    private const int MostAnswered = 64 << 20;

    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process process;
    private readonly CompilerUse use;
    private readonly AskedScripts scripts;
    private readonly Stream input;
    private readonly BinaryWriter requests;
    private readonly BinaryReader answers;
    private volatile bool isKilled;

    private CompilerProcess(Process process)
    {
        this.process = process;
        use = new(process);
        scripts = new(use);
        input = process.StandardInput.BaseStream;
        requests = new(input, Encoding.UTF8);
        answers = new(process.StandardOutput.BaseStream, Encoding.UTF8);
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        new Thread(Listen) { IsBackground = true, Name = "compiler's answers" }.Start();
    }

    /// <summary>Whether it can take scripts.</summary>
    public bool IsUsable => !isKilled;

    /// <summary>Starts a process, which gets ready meanwhile: that takes a second or so.</summary>
    public static CompilerProcess Start()
    {
        var start = ProgramStart.With(CompilerService.Verb);

        // Measured: compiling some ten scripts calls so much of Roslyn so often that a quarter of the processor time goes into compiling Roslyn
        // again, were it for the program's own settings. In milliseconds, in hexadecimal: the runtime's own value, by which it waits for a pause.
        start.Environment.TryAdd("DOTNET_TC_CallCountingDelayMs", "64");

        // Scripts and allowlists come over its input: it reads no file but its own.
        new ContainmentPlan { MemoryBytes = MemoryBytes }.ApplyTo(start);
        var process = Process.Start(start) ?? throw new InvalidOperationException("The compiler's process did not start.");

        return new(process);
    }

    /// <summary>Has a script compiled, beside others if need be.</summary>
    /// <param name="source">The script.</param>
    /// <param name="allowlist">What it may use.</param>
    /// <param name="deadline">The longest that it may take, in wall-clock time.</param>
    /// <param name="cancellationToken">Stops waiting, and kills the process.</param>
    /// <exception cref="OperationCanceledException">The token fired.</exception>
    public CompilerAnswer Ask(ScriptSource source, AllowlistText allowlist, TimeSpan deadline, CancellationToken cancellationToken)
    {
        using var killed = cancellationToken.Register(Kill);
        var answer = scripts.Add() is { } script ? Compile(script, source, allowlist, deadline) : new CompilerAnswer.Ended(WasAlone: false);
        if (answer is not CompilerAnswer.Given)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        return answer;
    }

    /// <summary>Ends the process, whatever it does.</summary>
    public void Kill()
    {
        isKilled = true;
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It is gone already, or let go of.
        }
    }

    /// <summary>Ends the process; who listens to it lets go of it.</summary>
    public void Dispose() => Kill();

    private CompilerAnswer Compile(AskedScript script, ScriptSource source, AllowlistText allowlist, TimeSpan deadline)
    {
        // A script's time does not count the compiler's own start.
        ready.Task.GetAwaiter().GetResult();
        using var watch = new CompileWatch(use, deadline, () => KillOver(script));
        try
        {
            lock (requests)
            {
                CompilerRequest.Write(requests, script.Number, source, allowlist);
                requests.Flush();
            }
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException)
        {
            // The process is gone: who listens to it has the answer.
            return script.Wait();
        }

        return script.Wait();
    }

    private void KillOver(AskedScript script)
    {
        if (!isKilled && scripts.Overrun(script, isShort: use.Memory > MemoryBytes / 2))
        {
            Kill();
        }
    }

    private void Listen()
    {
        try
        {
            using (new Timer(_ => Kill(), state: null, StartDeadline, Timeout.InfiniteTimeSpan))
            {
                answers.ReadBoolean();
            }

            ready.SetResult();
            while (true)
            {
                var (number, length) = (answers.ReadInt32(), answers.ReadInt32());
                if (length is < 0 or > MostAnswered)
                {
                    // Something else than the compiler speaks: no use for it.
                    break;
                }

                var result = new byte[length];
                answers.BaseStream.ReadExactly(result);
                scripts.Answer(number, result);
            }
        }
        catch (IOException)
        {
            // EndOfStreamException is one too: the process is gone.
        }

        isKilled = true;
        scripts.End();
        ready.TrySetResult();
        Kill();
        lock (requests)
        {
            input.Dispose();
        }

        answers.Dispose();
        process.Dispose();
    }
}
