using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace ScriptHost.Containment;

/// <summary>
/// This process, held to the <see cref="ContainmentPlan"/> that its starter gave it. Two calls, and nothing to do where there is no plan or
/// no Linux:
/// <code>
/// parent:  plan.ApplyTo(start); Process.Start(start);
/// child:   ContainedProcess.Enter();                  // the first statement of Main: the process starts anew here, once
///          … open and map plan.SharedFile …
///          var report = ContainedProcess.Seal();      // before any code is loaded that is not ours
/// </code>
/// Written for a process that has just started, where every method costs its compilation: no LINQ, no generics of its own.
/// </summary>
internal static class ContainedProcess
{
    /// <summary>
    /// Takes on everything that a running process cannot take on as a whole, in this thread, and then starts the program again in the same
    /// process, with the same arguments and standard streams: resource limits, capabilities, no new privileges, Landlock, an emptied
    /// environment. Returns in the second start; at once when there is no plan. To be called before anything else is touched, from a Main
    /// that does little else itself: what the process has read from its standard input by then is lost to the second start.
    /// </summary>
    /// <exception cref="InvalidOperationException">The program could not be started again; the process cannot go on.</exception>
    /// <exception cref="FormatException">The plan is not one.</exception>
    public static void Enter()
    {
        if (OperatingSystem.IsLinux() && Environment.GetEnvironmentVariable(Reexecution.Mark) is null && SystemCall.IsKnown && ContainmentOrder.Given() is { } order)
        {
            Restart(order);
        }
    }

    /// <summary>
    /// Refuses system calls from here on, and says what holds this process. Before it, open what is to be written; after it, load what is not
    /// ours. Files still open to be read, as the plan allows.
    /// </summary>
    public static ContainmentReport Seal()
    {
        if (!OperatingSystem.IsLinux())
        {
            return ContainmentReport.Plain(OperatingSystem.IsWindows() ? "there are no layers for Windows" : OperatingSystem.IsMacOS() ? "there are no layers for macOS" : "there are no layers for this system");
        }

        if (!SystemCall.IsKnown)
        {
            return ContainmentReport.Plain("there are no layers for " + RuntimeInformation.ProcessArchitecture);
        }

        return ContainmentOrder.Given() is { } order ? SealUnder(order) : ContainmentReport.Plain("not asked for");
    }

    [SupportedOSPlatform("linux")]
    private static void Restart(ContainmentOrder order)
    {
        ResourceLimits.Take();
        Capabilities.Drop();
        NoNewPrivileges.GiveUp();
        Reexecution.Start(Landlock.Restrict(order).ToText(), order.MemoryBytes);
    }

    [SupportedOSPlatform("linux")]
    private static ContainmentReport SealUnder(ContainmentOrder order)
    {
        // Told by the first start, since the kernel does not tell; all else is asked of the kernel.
        var landlock = Environment.GetEnvironmentVariable(Reexecution.Mark) is { } mark
            ? ContainmentLayer.Parse(mark)
            : ContainmentLayer.Absent(LayerName.Landlock, "the program was not started again");
        var unwanted = Reexecution.Unwanted();
        var environment = unwanted.Length == 0
            ? ContainmentLayer.Applied(LayerName.Environment)
            : ContainmentLayer.Absent(LayerName.Environment, "there is" + unwanted);
        var limits = ResourceLimits.Report(order.MemoryBytes);
        var privileges = NoNewPrivileges.Report();
        var capabilities = Capabilities.Report();
        ContainmentLayer[] layers = [landlock, SystemCallFilter.Install(order.Filter), privileges, capabilities, limits, environment];

        return new(layers);
    }
}
