using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace ScriptHost.Scripting;

/// <summary>
/// Compiles one script with Roslyn, and gates it unless it is trusted. Plain data in, plain data out, no state: whoever hosts it may kill it and go on.
/// </summary>
internal static class ScriptBuild
{
    private const string WritingFailed = "CS8104";
    private const string TextTooLong = "CS8103";

    private static readonly EmitOptions EmitOptions = new(debugInformationFormat: DebugInformationFormat.Embedded);

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14, DocumentationMode.None, SourceCodeKind.Script);

    /// <summary>Compiles a script.</summary>
    /// <param name="source">The script.</param>
    /// <param name="allowlist">What it may use.</param>
    /// <param name="cancellationToken">Stops compiling where the compiler looks at it, which is not everywhere.</param>
    public static CompileResult Run(ScriptSource source, Allowlist allowlist, CancellationToken cancellationToken)
    {
        var limits = SourceLimits.Check(source, out var code);
        if (limits.Count > 0)
        {
            return new(source, null, limits);
        }

        var text = SourceText.From(code, Encoding.UTF8, SourceHashAlgorithm.Sha256);
        var tree = CSharpSyntaxTree.ParseText(text, ParseOptions, source.Path, cancellationToken);
        var root = tree.GetRoot(cancellationToken);
        var findings = new Findings(source.Path);
        if (!SyntaxDepth.Check(root, findings) || !ConstantSize.Check(root, findings))
        {
            return new(source, null, findings.All);
        }

        var hash = Sha256.Hex(source.Content.Span);
        var references = source.Trust is null ? ReferenceSet.For(allowlist) : ReferenceSet.Full;
        var compilation = CSharpCompilation.CreateScriptCompilation($"{source.Name}-{hash[..16]}", tree, references, Options(allowlist, source.Trust is not null));
        if (source.Trust is null)
        {
            SyntaxGate.Check(root, findings);
            SymbolGate.Check(compilation, allowlist, findings, cancellationToken);
        }

        TopLevelState.Warn(compilation, findings, cancellationToken);
        if (findings.All.Any(f => f.Severity == Severity.Error))
        {
            return new(source, null, CompilerFaults.Merge(source, compilation, findings.All, cancellationToken));
        }

        return Emit(source, allowlist, hash, compilation, findings, cancellationToken);
    }

    /// <summary>Writes an image of next to nothing, so that what it takes to write one gets warm.</summary>
    /// <exception cref="InvalidOperationException">It could not be written.</exception>
    public static void RehearseWriting()
    {
        var tree = CSharpSyntaxTree.ParseText("class Warm { string Same(string text) => text; }");
        var compilation = CSharpCompilation.Create(
            "warm",
            [tree],
            [MetadataReference.CreateFromImage(EmbeddedFiles.Reference("System.Runtime"))],
            new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, concurrentBuild: false, deterministic: true));
        if (!compilation.Emit(Stream.Null, options: EmitOptions).Success)
        {
            throw new InvalidOperationException("What the compiler gets warm with does not compile.");
        }
    }

    private static CompileResult Emit(ScriptSource source, Allowlist allowlist, string hash, CSharpCompilation compilation, Findings findings, CancellationToken cancellationToken)
    {
        using var stream = new BoundedStream(IlGate.MaxImage);
        var emitted = compilation.Emit(stream, options: EmitOptions, cancellationToken: cancellationToken);
        if (emitted.Success)
        {
            var faults = source.Trust is { } trust
                ? ScriptImage.AdmitTrusted(source.Name, source.Path, hash, stream.ToArray(), trust, out var image)
                : ScriptImage.Admit(source.Name, source.Path, hash, stream.ToArray(), allowlist, out image);

            return new(source, image, [.. findings.All.Concat(faults).Distinct().Order(DiagnosticOrder.Instance)]);
        }

        if (emitted.Diagnostics.Any(d => d.Id is WritingFailed or TextTooLong))
        {
            return new(source, null, [new(source.Path, 1, 1, Codes.ImageSize, Severity.Error, $"'{source.Path}' cannot be written as an image of at most {IlGate.MaxImage} bytes; build long texts when the scorer runs.")]);
        }

        var errors = CompilerFaults.Merge(source, compilation, findings.All, cancellationToken);

        // Of a script without code the compiler makes nothing and says nothing.
        return new(source, null, errors.Any(f => f.Severity == Severity.Error)
            ? errors
            : [.. errors, new(source.Path, 1, 1, Codes.NoCode, Severity.Error, $"'{source.Path}' makes no image; its last expression must be the scorer, such as '(string outputs) => outputs.Length'.")]);
    }

    private static CSharpCompilationOptions Options(Allowlist allowlist, bool isTrusted) =>
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            usings: allowlist.Imports,
            optimizationLevel: OptimizationLevel.Release,
            checkOverflow: false,
            allowUnsafe: isTrusted,
            concurrentBuild: false,
            deterministic: true,
            nullableContextOptions: NullableContextOptions.Annotations,
            metadataReferenceResolver: new RefusingMetadataResolver(),
            sourceReferenceResolver: new RefusingSourceResolver())
            .WithMetadataImportOptions(MetadataImportOptions.Public);
}
