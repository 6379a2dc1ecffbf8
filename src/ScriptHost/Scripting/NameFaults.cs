using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScriptHost.Scripting;

/// <summary>Says more of names that the compiler does not find: what may have been meant, or that scripts have no such thing.</summary>
/// <param name="compilation">The script's compilation, with one tree.</param>
/// <param name="cancellationToken">Stops the search.</param>
internal sealed class NameFaults(CSharpCompilation compilation, CancellationToken cancellationToken)
{
    private readonly SemanticModel model = compilation.GetSemanticModel(compilation.SyntaxTrees[0]);

    /// <summary>A code and a sentence for an error about a missing name; null for other errors.</summary>
    /// <param name="error">The compiler's error.</param>
    public (string Code, string Sentence)? Explain(Microsoft.CodeAnalysis.Diagnostic error)
    {
        if (error.Id is not ("CS0103" or "CS0117" or "CS1061" or "CS0246" or "CS0234" or "CS1069") || NameAt(error.Location) is not { } name)
        {
            return null;
        }

        var missing = name.Identifier.ValueText;
        if (error.Id is "CS0103" or "CS0246" && Remedy.FullNameOfAbsent(missing) is { } absent)
        {
            return (Codes.NotListed, $"'{absent}' is not on the allowlist{Remedy.For(absent)}");
        }

        var near = Suggestion.Sentence(missing, Known(error.Id, name).Distinct(StringComparer.Ordinal));
        if (error.Id is "CS0234" or "CS1069" && near.Length == 0 && Qualifier(name) is { } space)
        {
            var full = $"{space}.{missing}";

            return (Codes.NotListed, $"'{full}' is not on the allowlist{Remedy.For(full)}");
        }

        return (error.Id, CompilerFaults.Sentence(error) + near);
    }

    private SimpleNameSyntax? NameAt(Location location) =>
        compilation.SyntaxTrees[0].GetRoot(cancellationToken).FindNode(location.SourceSpan, getInnermostNodeForTie: true) switch
        {
            SimpleNameSyntax name => name,
            QualifiedNameSyntax qualified => qualified.Right,
            MemberAccessExpressionSyntax access => access.Name,
            AttributeSyntax { Name: SimpleNameSyntax name } => name,
            var node => node.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().FirstOrDefault(),
        };

    private IEnumerable<string> Known(string id, SimpleNameSyntax name)
    {
        var qualifier = name.Parent switch
        {
            MemberAccessExpressionSyntax access when access.Name == name => access.Expression,
            QualifiedNameSyntax qualified when qualified.Right == name => qualified.Left,
            MemberBindingExpressionSyntax { Parent.Parent: ConditionalAccessExpressionSyntax conditional } => conditional.Expression,
            _ => (ExpressionSyntax?)null,
        };
        var container = qualifier is null ? null : ContainerOf(qualifier);

        // A name in an object initializer or pattern has no qualifier to ask; the compiler's sentence must do.
        if (qualifier is null && id is "CS0117" or "CS1061")
        {
            return [];
        }

        return model.LookupSymbols(name.SpanStart, container, includeReducedExtensionMethods: true)
            .Where(s => s.CanBeReferencedByName && (id != "CS0246" || s is ITypeSymbol or INamespaceSymbol or IAliasSymbol))
            .Select(s => s.Name);
    }

    private INamespaceOrTypeSymbol? ContainerOf(ExpressionSyntax qualifier) =>
        model.GetSymbolInfo(qualifier, cancellationToken).Symbol as INamespaceOrTypeSymbol ?? model.GetTypeInfo(qualifier, cancellationToken).Type;

    private string? Qualifier(SimpleNameSyntax name)
    {
        var left = name.Parent switch
        {
            MemberAccessExpressionSyntax access when access.Name == name => access.Expression,
            QualifiedNameSyntax qualified when qualified.Right == name => qualified.Left,
            _ => (ExpressionSyntax?)null,
        };

        return left is null ? null : (model.GetSymbolInfo(left, cancellationToken).Symbol as INamespaceSymbol)?.ToDisplayString();
    }
}
