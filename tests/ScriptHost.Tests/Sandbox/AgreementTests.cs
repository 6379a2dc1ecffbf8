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
        var empty = Empty();
        var uses = MemberUses.Of(empty).ToList();
        var verdicts = uses.Chunk(MembersAScript).AsParallel().WithDegreeOfParallelism(2)
            .SelectMany(c => Judge(c, empty, TestContext.Current.CancellationToken)).ToList();

        verdicts.Count.ShouldBeGreaterThan(9_000);
        verdicts.Count(v => v.Source).ShouldBeGreaterThan(4_000);
        verdicts.Count(v => !v.Source).ShouldBeGreaterThan(4_000);
        Exceptions.Differences("refused-by-image-alone.txt", verdicts.Where(v => v.Source && !v.Image).Select(v => v.Name)).ShouldBeEmpty();
        Exceptions.Differences("refused-by-source-alone.txt", verdicts.Where(v => !v.Source && v.Image).Select(v => v.Name)).ShouldBeEmpty();
    }

    // What does not compile is dropped: its verdict cannot be compared.
    private static List<(string Name, bool Source, bool Image)> Judge(IReadOnlyList<MemberUse> uses, CSharpCompilation empty, CancellationToken cancellationToken)
    {
        for (var round = 0; round < 8 && uses.Count > 0; round++)
        {
            var tree = CSharpSyntaxTree.ParseText(Script(uses), ParseOptions, "scorer.csx", Encoding.UTF8, cancellationToken);

            // Derived from one, all share what was read of the framework.
            var compilation = empty.ReplaceSyntaxTree(empty.SyntaxTrees[0], tree);
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

    private static CSharpCompilation Empty() =>
        CSharpCompilation.CreateScriptCompilation("scorer", CSharpSyntaxTree.ParseText("1", ParseOptions), ReferenceSet.For(Images.Allowlist), new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, concurrentBuild: false).WithMetadataImportOptions(MetadataImportOptions.Public));
}
