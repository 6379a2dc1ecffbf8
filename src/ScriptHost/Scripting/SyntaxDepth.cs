using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScriptHost.Scripting;

/// <summary>
/// Limits how deeply code is nested before anything binds it: the compiler recurses over the tree, doubles its work with each
/// interpolation inside another, and multiplies it with each lambda inside another.
/// </summary>
internal static class SyntaxDepth
{
    private const int MaxDepth = 200;
    private const int MaxInterpolations = 4;
    private const int MaxFunctions = 6;
    private const int MaxClauses = 32;

    /// <summary>Checks a tree, without recursion.</summary>
    /// <param name="root">The whole script.</param>
    /// <param name="findings">Where faults go; the first of each kind.</param>
    /// <returns>Whether the tree is flat enough to be bound.</returns>
    public static bool Check(SyntaxNode root, Findings findings)
    {
        var reported = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<Nesting>([new(root, 0, 0, 0)]);
        while (pending.TryPop(out var next))
        {
            if (Fault(next) is { } fault)
            {
                if (reported.Add(fault))
                {
                    findings.Add(next.Node.GetLocation(), Codes.Nesting, fault);
                }

                continue;
            }

            // In file order, so that the first fault of a kind is the first in the file.
            foreach (var child in next.Node.ChildNodes().Reverse())
            {
                pending.Push(next.Down(child));
            }
        }

        return reported.Count == 0;
    }

    private static string? Fault(Nesting nesting) => nesting switch
    {
        { Depth: > MaxDepth } => $"Code is nested deeper than {MaxDepth} here, chains of calls and operators included; take the expression apart.",
        { Interpolations: > MaxInterpolations } => $"Interpolated strings are nested deeper than {MaxInterpolations} here; put the inner ones into variables.",
        { Functions: > MaxFunctions } => $"Lambdas and queries are nested deeper than {MaxFunctions} here; give the inner ones names.",
        { Node: QueryBodySyntax { Clauses.Count: > MaxClauses } } => $"This query has more than {MaxClauses} clauses; take it apart.",
        _ => null,
    };

    private readonly record struct Nesting(SyntaxNode Node, int Depth, int Interpolations, int Functions)
    {
        public Nesting Down(SyntaxNode child) => new(
            child,
            Depth + 1,
            Interpolations + (child.IsKind(SyntaxKind.InterpolatedStringExpression) ? 1 : 0),
            Functions + (child is AnonymousFunctionExpressionSyntax or QueryExpressionSyntax ? 1 : 0));
    }
}
