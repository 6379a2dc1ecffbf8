using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using ScriptHost.Contract;
using ScriptHost.Scripting;

namespace ScriptHost.Sandbox;

/// <summary>Compiled images, and what the check of images says of them.</summary>
internal static class Images
{
    private static readonly Lazy<IReadOnlyList<MetadataReference>> Full = new(() =>
    [
        .. Directory.GetFiles(FrameworkFolder, "*.dll").Select(p => MetadataReference.CreateFromFile(p)),
        MetadataReference.CreateFromFile(typeof(Feedback).Assembly.Location),
    ]);

    /// <summary>The list that ships.</summary>
    public static Allowlist Allowlist { get; } = Read();

    /// <summary>All that the framework has, as a host without a gate would reference it.</summary>
    public static IReadOnlyList<MetadataReference> Framework => Full.Value;

    /// <summary>What the check of images says.</summary>
    public static IReadOnlyList<Diagnostic> Check(byte[] image) => IlGate.Check("scorer.csx", image, Allowlist);

    /// <summary>An honest script's image.</summary>
    public static byte[] Of(string script) => Compiling.Script(script).Image.ShouldNotBeNull().Bytes.ToArray();

    /// <summary>A script's image, compiled as a host without a gate would; null when it does not compile.</summary>
    public static byte[]? Ungated(string script, IReadOnlyList<MetadataReference> references, CancellationToken cancellationToken)
    {
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            usings: Allowlist.Imports,
            optimizationLevel: OptimizationLevel.Release,
            allowUnsafe: false,
            deterministic: true,
            nullableContextOptions: NullableContextOptions.Annotations);
        var tree = CSharpSyntaxTree.ParseText(script, new(LanguageVersion.CSharp14, DocumentationMode.None, SourceCodeKind.Script), "scorer.csx", Encoding.UTF8, cancellationToken);
        using var stream = new MemoryStream();
        var emitted = CSharpCompilation.CreateScriptCompilation("scorer", tree, references, options)
            .Emit(stream, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.Embedded), cancellationToken: cancellationToken);

        return emitted.Success ? stream.ToArray() : null;
    }

    private static string FrameworkFolder =>
        typeof(Images).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "FrameworkReferences").Value.ShouldNotBeNull();

    private static Allowlist Read()
    {
        AllowlistText.Embedded.Read(out var list).ShouldBeEmpty();

        return list.ShouldNotBeNull();
    }
}
