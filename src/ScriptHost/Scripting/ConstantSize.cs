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

    private readonly ILookup<string, VariableDeclaratorSyntax> constants;
    private readonly Dictionary<VariableDeclaratorSyntax, long> sizes = [];

    private ConstantSize(SyntaxNode root) =>
        constants = root.DescendantNodes().OfType<VariableDeclaratorSyntax>().Where(IsConstant)
            .ToLookup(v => v.Identifier.ValueText, StringComparer.Ordinal);

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
        IdentifierNameSyntax name => Meant(name).Select(SizeOfConstant).DefaultIfEmpty(0).Max(),
        _ => 0,
    };

    // Where the text does not tell which of several constants is meant, it may be any.
    private IEnumerable<VariableDeclaratorSyntax> Meant(IdentifierNameSyntax name)
    {
        var named = constants[name.Identifier.ValueText];
        var qualifier = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access.Expression : null;
        var near = named.Where(v => TypeOf(v) is { } type && (qualifier is null
            ? type.Span.Contains(name.Span)
            : type.Identifier.ValueText == qualifier.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().LastOrDefault(n => n.Parent is not TypeArgumentListSyntax)?.Identifier.ValueText));

        return qualifier is null && named.Any(v => TypeOf(v) is null) ? named : near.DefaultIfEmpty().Any(v => v is not null) ? near : named;
    }

    private static TypeDeclarationSyntax? TypeOf(VariableDeclaratorSyntax variable) => variable.FirstAncestorOrSelf<TypeDeclarationSyntax>();

    private long SizeOfConstant(VariableDeclaratorSyntax constant)
    {
        if (!sizes.TryGetValue(constant, out var size))
        {
            // A constant that refers to itself, or may do so for all that its text tells.
            sizes[constant] = MaxCharacters + 1;
            size = constant.Initializer?.Value.DescendantNodesAndSelf().Sum(SizeOfLeaf) ?? 0;
            sizes[constant] = size = Math.Min(size, MaxCharacters + 1);
        }

        return size;
    }
}
