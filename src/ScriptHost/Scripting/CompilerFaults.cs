using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

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
        var merged = new List<Diagnostic>(findings);
        foreach (var error in compilation.GetDiagnostics(cancellationToken).Where(d => d.Severity == DiagnosticSeverity.Error))
        {
            var start = error.Location.GetLineSpan().StartLinePosition;
            var (line, column) = error.Location.IsInSource ? (start.Line + 1, start.Character + 1) : (1, 1);
            var said = slips.Explain(error) ?? names.Explain(error) ?? (error.Id, Sentence(error));

            // The gate has the better word for what it refuses: the compiler only sees that it is not there.
            if (!(places.Contains((line, column)) && IsMissingName(error)))
            {
                merged.Add(new(source.Path, line, column, said.Item1, Severity.Error, said.Item2));
            }
        }

        return [.. merged.Distinct().Order(DiagnosticOrder.Instance)];
    }

    /// <summary>The compiler's message as a sentence.</summary>
    /// <param name="error">The compiler's error.</param>
    public static string Sentence(Microsoft.CodeAnalysis.Diagnostic error) =>
        error.GetMessage(System.Globalization.CultureInfo.InvariantCulture).TrimEnd('.') + ".";

    private static bool IsMissingName(Microsoft.CodeAnalysis.Diagnostic error) => error.Id is "CS0103" or "CS0234" or "CS0246" or "CS0012" or "CS1069" or "CS0400";
}
