using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using ScriptHost.Contract;
using ScriptHost.Scripting;

namespace ScriptHost.Scoring;

/// <summary>Compiles scripts for these tests, ungated, as the real compiler does.</summary>
internal static class Script
{
    private static readonly MetadataReference[] References =
        [.. ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator)
            .Where(p => Path.GetFileName(p) is "ScriptHost.Contract.dll" || Path.GetFileName(p).StartsWith("System.", StringComparison.Ordinal))
            .Select(p => MetadataReference.CreateFromFile(p))];

    private static readonly string[] Usings =
    [
        "System", "System.Linq", "System.Collections.Generic", "System.Text", "System.Text.Json", "System.Text.Json.Nodes", "System.Threading",
        "System.Threading.Tasks", "System.Text.RegularExpressions", "ScriptHost.Contract",
    ];

    public static ScriptImage Compile(string source, string name = "some_scorer")
    {
        var path = $"scorers/{name}.csx";
        var tree = CSharpSyntaxTree.ParseText(
            SourceText.From(source, Encoding.UTF8), new CSharpParseOptions(LanguageVersion.CSharp14, DocumentationMode.None, SourceCodeKind.Script), path);
        var compilation = CSharpCompilation.CreateScriptCompilation(name, tree, References, new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, usings: Usings, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Annotations));
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.Embedded));
        emitted.Success.ShouldBeTrue(string.Join("\n", emitted.Diagnostics));

        var hash = new string('0', 64);
        ScriptImage.AdmitTrusted(name, path, hash, image.ToArray(), new(name, path, hash, "tests", default, "They come after the gate.", []), out var trusted).ShouldBeEmpty();

        return trusted.ShouldNotBeNull();
    }

    public static ScriptRunResult Run(string source, string name = "some_scorer") => ScriptRun.Run(Compile(source, name), TimeSpan.FromSeconds(20), unloads: true);

    public static BoundScorer Bind(string source, string name = "some_scorer")
    {
        var run = Run(source, name);
        run.Diagnostics.ShouldBeEmpty();

        return Some.Bound(EntryBinding.Bind(run.Entry.ShouldNotBeNull()));
    }

    public static Outcome Score(string source, TraceContent? trace = null) =>
        new ScorerRunner(TimeSpan.FromSeconds(10)).Score(Bind(source), trace ?? Some.Trace(outputs: "\"hello\""), TestContext.Current.CancellationToken);

    public static Feedback OnlyFeedback(string source, TraceContent? trace = null) => Score(source, trace).Feedbacks.ShouldHaveSingleItem();
}
