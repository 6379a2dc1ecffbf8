using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScriptHost.Scripting;

/// <summary>Refuses what no script needs, whatever it binds to. Needs no binding, so that it also speaks of code that does not compile.</summary>
/// <param name="findings">Where faults go.</param>
internal sealed class SyntaxGate(Findings findings)
{
    /// <summary>Checks a script.</summary>
    /// <param name="root">The whole script.</param>
    /// <param name="findings">Where faults go.</param>
    public static void Check(SyntaxNode root, Findings findings)
    {
        var gate = new SyntaxGate(findings);
        foreach (var item in root.DescendantNodesAndTokensAndSelf(descendIntoTrivia: true))
        {
            if (item.AsNode() is { } node)
            {
                gate.CheckNode(node);
            }
            else
            {
                gate.CheckToken(item.AsToken());
            }
        }
    }

    private void CheckNode(SyntaxNode node)
    {
        switch (node)
        {
            case NullableDirectiveTriviaSyntax or RegionDirectiveTriviaSyntax or EndRegionDirectiveTriviaSyntax or PragmaWarningDirectiveTriviaSyntax:
                break;
            case DirectiveTriviaSyntax directive:
                Refuse(node, Codes.Directive, $"'#{directive.DirectiveNameToken.ValueText}' is not for scripts; of the directives there are #nullable, #region and #pragma warning.");
                break;
            case PointerTypeSyntax or FunctionPointerTypeSyntax or FixedStatementSyntax or UnsafeStatementSyntax:
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.AddressOfExpression or (int)SyntaxKind.PointerIndirectionExpression }:
            case MemberAccessExpressionSyntax { RawKind: (int)SyntaxKind.PointerMemberAccessExpression }:
            case StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax:
            case MakeRefExpressionSyntax or RefTypeExpressionSyntax or RefValueExpressionSyntax:
                Refuse(node, Codes.Unsafe, $"'{Text(node)}' is unsafe code; use arrays, spans and indexes.");
                break;
            case ExternAliasDirectiveSyntax:
                Refuse(node, Codes.Extern, "'extern alias' is not for scripts.");
                break;
            case DestructorDeclarationSyntax:
                Refuse(node, Codes.OutsideCall, "A finalizer would run when no scorer does; use 'using' and Dispose.");
                break;
            case LockStatementSyntax:
                Refuse(node, Codes.OutsideCall, "'lock' is not for scripts: scorers share nothing that needs it.");
                break;
            case BaseNamespaceDeclarationSyntax:
                Refuse(node, Codes.Declaration, "A script cannot declare a namespace; write its types at the top level.");
                break;
            case AttributeTargetSpecifierSyntax { Identifier.ValueText: "assembly" or "module" }:
                Refuse(node, Codes.Declaration, $"'{Text(node)}' attributes are not for scripts.");
                break;
            case UsingDirectiveSyntax { GlobalKeyword.RawKind: not 0 } or UsingDirectiveSyntax { UnsafeKeyword.RawKind: not 0 }:
                Refuse(node, Codes.Declaration, $"'{Text(node)}' is not for scripts; write a plain 'using'.");
                break;
            case EventFieldDeclarationSyntax { Modifiers: var modifiers } when modifiers.Any(SyntaxKind.StaticKeyword):
                Refuse(node, Codes.StaticState, "A static event can change, so one call could see what another left; pass a delegate as a parameter.");
                break;
            default:
                break;
        }
    }

    private void CheckToken(SyntaxToken token)
    {
        switch (token.Kind())
        {
            case SyntaxKind.UnsafeKeyword when token.Parent is not (UnsafeStatementSyntax or UsingDirectiveSyntax):
            case SyntaxKind.ArgListKeyword:
                findings.Add(token.GetLocation(), Codes.Unsafe, $"'{token.ValueText}' is unsafe code; use arrays, spans and indexes.");
                break;
            case SyntaxKind.ExternKeyword when token.Parent is not ExternAliasDirectiveSyntax:
                findings.Add(token.GetLocation(), Codes.Extern, "'extern' calls code that is not the script's; it is not for scripts.");
                break;
            case SyntaxKind.VolatileKeyword:
                findings.Add(token.GetLocation(), Codes.OutsideCall, "'volatile' is not for scripts: scorers share nothing that needs it.");
                break;
            default:
                break;
        }
    }

    private void Refuse(SyntaxNode node, string code, string message) => findings.Add(node.GetLocation(), code, message);

    private static string Text(SyntaxNode node)
    {
        var line = node.ToString().Split('\n', 2)[0].Trim();

        return line.Length <= 60 ? line : line[..60] + "…";
    }
}
