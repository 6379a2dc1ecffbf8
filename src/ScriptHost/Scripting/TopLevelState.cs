using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScriptHost.Scripting;

/// <summary>
/// Warns when a method or lambda assigns a top-level variable: the order in which units are scored is not promised, so what a scorer
/// remembers makes its answers change from run to run.
/// </summary>
internal static class TopLevelState
{
    /// <summary>Looks for such assignments.</summary>
    /// <param name="compilation">The script's compilation, with one tree.</param>
    /// <param name="findings">Where warnings go.</param>
    /// <param name="cancellationToken">Stops looking.</param>
    public static void Warn(CSharpCompilation compilation, Findings findings, CancellationToken cancellationToken)
    {
        var tree = compilation.SyntaxTrees[0];
        var model = compilation.GetSemanticModel(tree);
        foreach (var node in tree.GetRoot(cancellationToken).DescendantNodes())
        {
            foreach (var target in Targets(node))
            {
                if (model.GetSymbolInfo(target, cancellationToken).Symbol is IFieldSymbol { IsStatic: false, ContainingType.IsScriptClass: true } field
                    && IsInFunction(target))
                {
                    findings.Add(
                        target.GetLocation(),
                        Codes.TopLevelState,
                        $"'{field.Name}' is a top-level variable, and scorers must not rely on what earlier calls left in it; make it a local variable.",
                        Severity.Warning);
                }
            }
        }
    }

    private static IEnumerable<ExpressionSyntax> Targets(SyntaxNode node) => node switch
    {
        AssignmentExpressionSyntax { Left: TupleExpressionSyntax tuple } => tuple.DescendantNodes().OfType<IdentifierNameSyntax>(),
        AssignmentExpressionSyntax assignment => [assignment.Left],
        PostfixUnaryExpressionSyntax postfix when postfix.Kind() is SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression => [postfix.Operand],
        PrefixUnaryExpressionSyntax prefix when prefix.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression => [prefix.Operand],
        ArgumentSyntax argument when argument.RefKindKeyword.Kind() is SyntaxKind.RefKeyword or SyntaxKind.OutKeyword => [argument.Expression],
        _ => [],
    };

    private static bool IsInFunction(SyntaxNode node) =>
        node.Ancestors().Any(a => a is AnonymousFunctionExpressionSyntax or BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax);
}
