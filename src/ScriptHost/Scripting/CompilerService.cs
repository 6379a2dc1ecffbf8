using System.Text;
using ScriptHost.Containment;

namespace ScriptHost.Scripting;

/// <summary>
/// The compiler as a process of its own: reads scripts from its standard input, compiles each at once in a thread of its own and answers on
/// its standard output, until the input ends. Whoever started it kills it when a script takes too long.
/// </summary>
internal static class CompilerService
{
    /// <summary>The program's hidden argument that starts it.</summary>
    public const string Verb = "compiler-service";

    // The compiler recurses; it checks the stack, but breaks off where a larger one would do.
    private const int StackSize = 16 << 20;

    private static readonly ScriptSource Warm = new("warm", "warm.csx", "(string outputs) => outputs.Contains(\"x\") ? \"yes\" : \"no\""u8.ToArray());

    /// <summary>Serves; returns when the input ends.</summary>
    public static void Run(Stream input, Stream output)
    {
        // The compiler has its gate before it and a deadline; if it should be taken over all the same, then for nothing.
        ContainedProcess.Seal();
        using var reader = new BinaryReader(input, Encoding.UTF8);
        using var writer = new BinaryWriter(output, Encoding.UTF8);

        // So that the first script's time does not count the compiler's own start. Nearly all of it is the runtime loading types, for understanding a script
        // and then for writing an image. Measured: beside each other that takes 600 ms, not 730.
        var writing = Start(ScriptBuild.RehearseWriting);
        Start(() => Compile(Warm, AllowlistText.Embedded)).Join();
        writing.Join();
        writer.Write(true);
        writer.Flush();
        var known = AllowlistText.Embedded;
        while (CompilerRequest.Read(reader) is var (number, source, allowlist))
        {
            // Reading a list takes longer than most scripts.
            known = allowlist.Hash == known.Hash ? known : allowlist;
            var list = known;

            // Whoever asks asks for no more at once than there are cores: each script is begun when it comes.
            Start(() => Answer(writer, number, Compile(source, list)));
        }
    }

    private static Thread Start(Action work)
    {
        // Nobody waits for an answer when the input has ended.
        var thread = new Thread(() => work(), StackSize) { IsBackground = true, Name = "compiler" };
        thread.Start();

        return thread;
    }

    private static void Answer(BinaryWriter output, int number, CompileResult result)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        ResultFormat.Write(writer, result);
        writer.Flush();
        lock (output)
        {
            output.Write(number);
            output.Write((int)bytes.Length);
            output.Write(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
            output.Flush();
        }
    }

    // The compiler is not ours and its input is hostile: whatever it throws speaks of the script.
    private static CompileResult Compile(ScriptSource source, AllowlistText allowlist)
    {
        var faults = allowlist.Read(out var list);
        if (list is null)
        {
            return new(source, null, faults);
        }

        try
        {
            return ScriptBuild.Run(source, list, CancellationToken.None);
        }
        catch (Exception fault)
        {
            var first = fault.Message.Split('\n', 2)[0].Trim().TrimEnd('.');

            return new(source, null, [SharedCompiler.Breakdown(source, $"{fault.GetType().Name}: {first}")]);
        }
    }
}
