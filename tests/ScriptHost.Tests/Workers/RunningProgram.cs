using System.Diagnostics;
using System.Globalization;
using ScriptHost.Runs;
using ScriptHost.Scripting;

namespace ScriptHost.Workers;

/// <summary>The program, scoring a workspace in a process of its own, whose workers can be found and killed. For Linux.</summary>
internal sealed class RunningProgram : IDisposable
{
    private readonly Process process;
    private readonly Workspace workspace;
    private readonly Task<string> output;
    private readonly Task<string> error;

    private RunningProgram(Process process, Workspace workspace)
    {
        this.process = process;
        this.workspace = workspace;
        output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Its process's id.</summary>
    public int Id => process.Id;

    /// <summary>The ids of its workers that live.</summary>
    public IReadOnlyList<int> Workers => Children(WorkerService.Verb);

    /// <summary>The ids of its compiler's processes that live.</summary>
    public IReadOnlyList<int> Compilers => Children(CompilerService.Verb);

    /// <summary>Whether it has ended.</summary>
    public bool HasEnded => process.HasExited;

    /// <summary>How many bytes its run has noted so far; 0 before there is a run.</summary>
    public long Noted => Folders().Select(f => new FileInfo(Path.Combine(f, "journal"))).Where(j => j.Exists).Select(j => j.Length).FirstOrDefault();

    /// <summary>Starts <c>run</c> with arguments, in the workspace's folder.</summary>
    public static RunningProgram Start(Workspace workspace, params string[] arguments) =>
        new(Process.Start(ProgramUnderTest.In(workspace, ["run", .. arguments])).ShouldNotBeNull(), workspace);

    /// <summary>Runs to its end.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(Workspace workspace, params string[] arguments)
    {
        using var program = Start(workspace, arguments);

        return await program.EndAsync();
    }

    /// <summary>Whether a process is there.</summary>
    public static bool IsAlive(int id) => Parent(id) != 0;

    /// <summary>Kills a process as <c>kill -9</c> does.</summary>
    public static void Kill(int id)
    {
        try
        {
            using var victim = Process.GetProcessById(id);
            victim.Kill();
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It ended first.
        }
    }

    /// <summary>Interrupts it as Ctrl+C does.</summary>
    public Task InterruptAsync() => SignalAsync("-INT");

    /// <summary>Sends it a signal, such as <c>-TERM</c>.</summary>
    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [signal, process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Waits for its end.</summary>
    public async Task<(int ExitCode, string Output, string Error)> EndAsync()
    {
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        return (process.ExitCode, await output, await error);
    }

    /// <summary>Kills the program, and waits until it is gone.</summary>
    public async Task KillAsync()
    {
        Kill(process.Id);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
    }

    private string[] Folders() => Directory.Exists(workspace.At("results")) ? Directory.GetDirectories(workspace.At("results")) : [];

    private static IEnumerable<int> Processes() =>
        Directory.GetDirectories("/proc").Select(Path.GetFileName).Where(n => int.TryParse(n, out _)).Select(n => int.Parse(n ?? "", CultureInfo.InvariantCulture));

    private int[] Children(string verb) => [.. Processes().Where(p => Parent(p) == process.Id && Does(p, verb))];

    private static bool Does(int id, string verb)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/cmdline").Split('\0').Contains(verb);
        }
        catch (IOException)
        {
            return false;
        }
    }

    // The second field after the name, which stands in parentheses and may hold anything; what waits to be reaped counts as gone.
    private static int Parent(int id)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{id}/stat");
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');

            return fields[0] is "Z" or "X" ? 0 : int.Parse(fields[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
