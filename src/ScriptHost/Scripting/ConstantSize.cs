using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScriptHost.Scripting;

/// <summary>
/// Bounds what constant folding can make of a script, by its text alone: 23 constants that each double the one before compile to an
/// image of 805 MB.
/// </summary>
internal sealed class ConstantSize
{
    private const long MaxCharacters = 2_000_000;

    private readonly ILookup<string, ExpressionSyntax> constants;
    private readonly Dictionary<string, long> sizes = new(StringComparer.Ordinal);

    private ConstantSize(SyntaxNode root) =>
        constants = root.DescendantNodes().OfType<VariableDeclaratorSyntax>()
            .Where(IsConstant)
            .Where(v => v.Initializer is not null)
            .SelectMany(v => v.Initializer is { Value: var value } ? new[] { (Name: v.Identifier.ValueText, Value: value) } : [])
            .ToLookup(v => v.Name, v => v.Value, StringComparer.Ordinal);

    /// <summary>Checks a script.</summary>
    /// <param name="root">The whole script.</param>
    /// <param name="findings">Where the fault goes.</param>
    /// <returns>Whether the script's constants are small enough to be bound.</returns>
    public static bool Check(SyntaxNode root, Findings findings)
    {
        var measure = new ConstantSize(root);
        var total = 0L;
        foreach (var node in root.DescendantNodes())
        {
            // Literals count wherever they stand, constants wherever they are used.
            total = Math.Min(MaxCharacters + 1, total + measure.SizeOfLeaf(node));
            if (total > MaxCharacters)
            {
                findings.Add(node.GetLocation(), Codes.ImageSize, $"The script's constants, written out, have more than {MaxCharacters} characters; build long texts when the scorer runs.");

                return false;
            }
        }

        return true;
    }

    private static bool IsConstant(VariableDeclaratorSyntax variable) => variable.Parent?.Parent switch
    {
        FieldDeclarationSyntax field => field.Modifiers.Any(SyntaxKind.ConstKeyword),
        LocalDeclarationStatementSyntax local => local.Modifiers.Any(SyntaxKind.ConstKeyword),
        _ => false,
    };

    private long SizeOfLeaf(SyntaxNode node) => node switch
    {
        LiteralExpressionSyntax or InterpolatedStringTextSyntax => node.Span.Length,
        IdentifierNameSyntax name => SizeOfConstant(name.Identifier.ValueText),
        _ => 0,
    };

    private long SizeOfConstant(string name)
    {
        if (!sizes.TryGetValue(name, out var size))
        {
            // A constant that refers to itself is an error of its own; here it counts nothing.
            sizes[name] = 0;
            size = constants[name].Select(v => v.DescendantNodesAndSelf().Sum(SizeOfLeaf)).DefaultIfEmpty(0).Max();
            sizes[name] = size = Math.Min(size, MaxCharacters + 1);
        }

        return size;
    }
}
