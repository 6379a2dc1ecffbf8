using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScriptHost.Scripting;

/// <summary>Puts the compiler's errors beside the gate's, in words that fit scorers.</summary>
internal static class CompilerFaults
{
    /// <summary>All that is to say of a script that does not compile or pass, in file order.</summary>
    /// <param name="source">The script.</param>
    /// <param name="compilation">Its compilation, with one tree.</param>
    /// <param name="findings">What the gate found.</param>
    /// <param name="cancellationToken">Stops the compiler.</param>
    public static IReadOnlyList<Diagnostic> Merge(ScriptSource source, CSharpCompilation compilation, IReadOnlyList<Diagnostic> findings, CancellationToken cancellationToken)
    {
        var names = new NameFaults(compilation, cancellationToken);
        var slips = new Slips(compilation.SyntaxTrees[0].GetRoot(cancellationToken));
        var places = findings.Select(f => (f.Line, f.Column)).ToHashSet();
        var refusedLines = findings.Where(f => f.Code is Codes.Directive or Codes.Import or Codes.Unsafe or Codes.Dynamic).Select(f => f.Line).ToHashSet();
        var merged = new List<Diagnostic>(findings);
        foreach (var error in compilation.GetDiagnostics(cancellationToken).Where(d => d.Severity == DiagnosticSeverity.Error))
        {
            var slip = slips.Explain(error);
            var (code, sentence) = slip is { } known ? (known.Code, known.Sentence) : names.Explain(error) ?? (error.Id, Sentence(error));
            var (line, column) = Start(slip?.Place ?? error.Location);

            // The gate has the better word for what it refuses: the compiler only sees that it is not there.
            if (!(places.Contains((line, column)) && IsMissingName(error)) && !(refusedLines.Contains(line) && IsAboutRefusedLine(error)))
            {
                merged.Add(new(source.Path, line, column, code, Severity.Error, sentence));
            }
        }

        return [.. WithoutEchoes(merged).Distinct().Order(DiagnosticOrder.Instance)];
    }

    // A lambda that is not read as one makes the compiler stumble over its parts too.
    private static IEnumerable<Diagnostic> WithoutEchoes(List<Diagnostic> merged)
    {
        var slip = merged.Find(d => d.Code == Codes.TypedLambda);

        return slip is null ? merged : merged.Where(d => d == slip || d.Code is not (Codes.TypedLambda or Codes.MixedReturns or "CS1001" or "CS1002" or "CS4034" or "CS8917"));
    }

    private static (int Line, int Column) Start(Location location)
    {
        var start = location.GetLineSpan().StartLinePosition;

        return location.IsInSource ? (start.Line + 1, start.Character + 1) : (1, 1);
    }

    /// <summary>The compiler's message as a sentence.</summary>
    /// <param name="error">The compiler's error.</param>
    public static string Sentence(Microsoft.CodeAnalysis.Diagnostic error) =>
        error.GetMessage(System.Globalization.CultureInfo.InvariantCulture).TrimEnd('.') + ".";

    // What the compiler says of directives, imports and unsafe code that the gate has refused in whole lines.
    private static bool IsAboutRefusedLine(Microsoft.CodeAnalysis.Diagnostic error) =>
        error.Id is "CS0006" or "CS1980" or "CS1504" or "CS9298" or "CS0227" or "CS0214" || (error.Id is "CS0234" or "CS0246" && error.Location.SourceTree?.GetRoot()
            .FindNode(error.Location.SourceSpan).FirstAncestorOrSelf<UsingDirectiveSyntax>() is not null);

    private static bool IsMissingName(Microsoft.CodeAnalysis.Diagnostic error) => error.Id is "CS0103" or "CS0234" or "CS0246" or "CS0012" or "CS1069" or "CS0400";
}
