using System.Text;
using ScriptHost.Containment;

namespace ScriptHost.Scripting;

/// <summary>
/// The compiler as a process of its own: reads scripts from its standard input and answers each on its standard output, until the input
/// ends. Whoever started it kills it when a script takes too long.
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
        var thread = new Thread(() => Serve(input, output), StackSize) { Name = "compiler" };
        thread.Start();
        thread.Join();
    }

    private static void Serve(Stream input, Stream output)
    {
        using var reader = new BinaryReader(input, Encoding.UTF8);
        using var writer = new BinaryWriter(output, Encoding.UTF8);

        // So that the first script's time does not count the compiler's own start.
        Compile(Warm, AllowlistText.Embedded);
        writer.Write(true);
        writer.Flush();
        var known = AllowlistText.Embedded;
        while (CompilerRequest.Read(reader) is var (source, allowlist))
        {
            // Reading a list takes longer than most scripts.
            known = allowlist.Hash == known.Hash ? known : allowlist;
            ResultFormat.Write(writer, Compile(source, known));
            writer.Flush();
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

            return new(source, null, [CompilerProcess.Breakdown(source, $"{fault.GetType().Name}: {first}")]);
        }
    }
}
