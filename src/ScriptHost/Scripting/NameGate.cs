using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScriptHost.Scripting;

/// <summary>Holds what a script names, types and members, against the allowlist.</summary>
/// <param name="model">What the compiler makes of the script.</param>
/// <param name="types">Checks types.</param>
/// <param name="members">Checks members.</param>
/// <param name="cancellationToken">Stops the check.</param>
internal sealed class NameGate(SemanticModel model, TypeGate types, MemberGate members, CancellationToken cancellationToken)
{
    /// <summary>Checks one name.</summary>
    public void Check(TypeSyntax name)
    {
        // Attributes are checked by their class, where they are applied; the type before a member's name by that member.
        if (name.Parent is AttributeSyntax or NameEqualsSyntax or QualifiedNameSyntax { Parent: AttributeSyntax } || IsJudgedByItsMember(name))
        {
            return;
        }

        var info = model.GetSymbolInfo(name, cancellationToken);
        if (info.Symbol is { } symbol)
        {
            CheckSymbol(symbol, name, written: !name.IsVar);
        }
        else if (!info.CandidateSymbols.IsEmpty && info.CandidateSymbols.All(members.WouldRefuse))
        {
            CheckSymbol(info.CandidateSymbols[0], name, written: true);
        }
    }

    private bool IsJudgedByItsMember(TypeSyntax name)
    {
        SyntaxNode path = name is { Parent: MemberAccessExpressionSyntax parent } && parent.Name == name ? parent : name;
        if (path.Parent is not MemberAccessExpressionSyntax access || access.Expression != path)
        {
            return false;
        }

        var info = model.GetSymbolInfo(access.Name, cancellationToken);
        var member = info.Symbol ?? info.CandidateSymbols.FirstOrDefault();

        return member is { IsStatic: true, ContainingType: not null } and not ITypeSymbol
            && model.GetSymbolInfo(name, cancellationToken).Symbol is INamedTypeSymbol type
            && SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, member.ContainingType.OriginalDefinition)
            && type.TypeArguments.IsEmpty;
    }

    private void CheckSymbol(ISymbol symbol, SyntaxNode at, bool written)
    {
        switch (symbol)
        {
            case IAliasSymbol alias:
                CheckSymbol(alias.Target, at, written);
                break;
            case ITypeSymbol type:
                types.Check(type, at, written);
                break;
            case INamespaceSymbol or ILabelSymbol or IRangeVariableSymbol or IDiscardSymbol or IPreprocessingSymbol:
                break;
            case ILocalSymbol or IParameterSymbol:
                types.Check(symbol.ValueType(), at, written: false);
                break;
            default:
                members.Check(symbol, at, byCompiler: false);
                types.Check(symbol.ValueType(), at, written: false);
                break;
        }
    }
}
