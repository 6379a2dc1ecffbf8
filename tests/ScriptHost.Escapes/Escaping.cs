using System.Runtime.InteropServices;
using ScriptHost.Containment;

namespace ScriptHost.Escapes;

/// <summary>The program behind its containment.</summary>
internal static class Escaping
{
    /// <summary>Tries.</summary>
    /// <param name="regime"><c>none</c>, <c>entered</c> (the first stage), <c>filtered</c> (the second alone) or <c>full</c>.</param>
    /// <param name="attempts">What to try.</param>
    public static int Run(string regime, string[] attempts)
    {
        var prepared = Prepare(attempts);
        if (regime is "full")
        {
            Console.Out.WriteLine("report " + ContainedProcess.Seal().ToText().ReplaceLineEndings("|"));
        }
        else if (regime is "filtered" && OperatingSystem.IsLinux())
        {
            // Seccomp asks for it from those who are not root.
            NoNewPrivileges.GiveUp();
            var program = SystemCallFilter.Program(SystemCallTable.For(RuntimeInformation.ProcessArchitecture)!, network: false);
            Console.Out.WriteLine("report " + SystemCallFilter.Install(Convert.ToBase64String(program)).ToText());
        }

        foreach (var attempt in attempts)
        {
            Console.Out.WriteLine(attempt.Split('=', 2) is [var name, var argument] ? Attempt.Run(name, argument, prepared) : Attempt.Run(attempt, "", prepared));
        }

        return 0;
    }

    // Opens what has to be open before the containment is complete.
    private static FileStream? Prepare(string[] attempts)
    {
        const string Publish = "publish=";
        var publish = Array.Find(attempts, a => a.StartsWith(Publish, StringComparison.Ordinal));

        return publish is null ? null : new FileStream(publish[Publish.Length..], FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
    }
}
