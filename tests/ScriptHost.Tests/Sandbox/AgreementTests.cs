using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using ScriptHost.Scripting;

namespace ScriptHost.Sandbox;

/// <summary>
/// A use of every public member of the framework assemblies that scripts see, each in a method of its own, put before both checks. What one
/// refuses, the other must, but for the listed exceptions.
/// </summary>
public sealed class AgreementTests
{
    private const int MembersAScript = 250;

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14, DocumentationMode.None, SourceCodeKind.Script);

    [Fact]
    public void Both_checks_agree_on_every_public_member_but_for_those_listed()
    {
        var references = ReferenceSet.For(Images.Allowlist);
        var uses = MemberUses.Of(Empty(references)).ToList();
        var verdicts = uses.Chunk(MembersAScript).AsParallel().WithDegreeOfParallelism(2)
            .SelectMany(c => Judge(c, references, TestContext.Current.CancellationToken)).ToList();

        verdicts.Count.ShouldBeGreaterThan(9_000);
        verdicts.Count(v => v.Source).ShouldBeGreaterThan(4_000);
        verdicts.Count(v => !v.Source).ShouldBeGreaterThan(4_000);
        verdicts.Where(v => v.Source && !v.Image).Select(v => v.Name).Order(StringComparer.Ordinal).Distinct()
            .ShouldBe(Exceptions.Read("refused-by-image-alone.txt"), ignoreOrder: true);
        verdicts.Where(v => !v.Source && v.Image).Select(v => v.Name).Order(StringComparer.Ordinal).Distinct()
            .ShouldBe(Exceptions.Read("refused-by-source-alone.txt"), ignoreOrder: true);
    }

    // What does not compile is dropped: its verdict cannot be compared.
    private static List<(string Name, bool Source, bool Image)> Judge(IReadOnlyList<MemberUse> uses, IReadOnlyList<MetadataReference> references, CancellationToken cancellationToken)
    {
        for (var round = 0; round < 8 && uses.Count > 0; round++)
        {
            var tree = CSharpSyntaxTree.ParseText(Script(uses), ParseOptions, "scorer.csx", Encoding.UTF8, cancellationToken);
            var compilation = Compile(tree, references);
            using var stream = new MemoryStream();
            var emitted = compilation.Emit(stream, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.Embedded), cancellationToken: cancellationToken);
            if (emitted.Success)
            {
                var findings = new Findings("scorer.csx");
                SymbolGate.Check(compilation, Images.Allowlist, findings, cancellationToken);
                var bySource = findings.Everywhere.Select(f => f.Line - 1).ToHashSet();
                var byImage = IlGate.Check("scorer.csx", stream.ToArray(), Images.Allowlist, int.MaxValue).Select(f => f.Line - 1).ToHashSet();

                return [.. uses.Select((u, i) => (u.Name, !bySource.Contains(i), !byImage.Contains(i)))];
            }

            var wrong = emitted.Diagnostics.Where(d => d.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error).Select(d => d.Location.GetLineSpan().StartLinePosition.Line).ToHashSet();
            uses = [.. uses.Where((_, i) => !wrong.Contains(i))];
        }

        return [];
    }

    private static string Script(IEnumerable<MemberUse> uses) =>
        string.Concat(uses.Select((u, i) => $"void M{i}({u.Parameters}) {{ {u.Code} }}\n")) + "static void Use<T>(T x) where T : allows ref struct { }\n";

    private static CSharpCompilation Empty(IReadOnlyList<MetadataReference> references) => Compile(CSharpSyntaxTree.ParseText("1", ParseOptions), references);

    private static CSharpCompilation Compile(SyntaxTree tree, IReadOnlyList<MetadataReference> references) =>
        CSharpCompilation.CreateScriptCompilation("scorer", tree, references, new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, concurrentBuild: false).WithMetadataImportOptions(MetadataImportOptions.Public));
}
