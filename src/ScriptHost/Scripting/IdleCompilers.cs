using System.Collections.Concurrent;

namespace ScriptHost.Scripting;

/// <summary>The compiler's processes that have nothing to do: they are kept until this process ends.</summary>
internal static class IdleCompilers
{
    private static readonly ConcurrentBag<CompilerProcess> All = [];

    /// <summary>One of them; a new one when there is none.</summary>
    public static CompilerProcess Take()
    {
        while (All.TryTake(out var compiler))
        {
            if (compiler.IsUsable)
            {
                return compiler;
            }
        }

        return CompilerProcess.Start();
    }

    /// <summary>Keeps a process, unless it is of no more use.</summary>
    /// <param name="compiler">A process without scripts.</param>
    public static void Keep(CompilerProcess compiler)
    {
        if (compiler.IsUsable)
        {
            All.Add(compiler);
        }
    }

    /// <summary>Starts a process ahead of the first script, unless there is one: it gets ready meanwhile.</summary>
    public static void Prepare()
    {
        if (All.IsEmpty)
        {
            All.Add(CompilerProcess.Start());
        }
    }
}
