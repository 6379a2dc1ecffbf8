using System.Text;

namespace ScriptHost.Scripting;

/// <summary>Compiles scripts given as text.</summary>
internal static class Compiling
{
    public static ScriptCompiler Compiler { get; } = new(AllowlistText.Embedded, cache: null);

    /// <summary>
    /// One that keeps what it compiles where the program does: for scripts that lie in this repository, which many tests load. Another engine, and so
    /// another gate, finds nothing of it.
    /// </summary>
    public static ScriptCompiler Keeping { get; } = new(AllowlistText.Embedded, CacheFolder.Open(CacheFolder.Default, out _));

    public static CompileResult Script(string text) => Bytes(Encoding.UTF8.GetBytes(text));

    public static CompileResult Bytes(byte[] content) =>
        Compiler.Compile([new ScriptSource("scorer", "scorer.csx", content)], TestContext.Current.CancellationToken)[0];

    public static IReadOnlyList<string> Messages(string text) => [.. Script(text).Diagnostics.Select(d => d.ToString())];
}
