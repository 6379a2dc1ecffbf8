using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScriptHost.Scripting;

/// <summary>
/// Where a person looks for a fault: at the start of a dotted path of names, at the member's name in a chain of calls, at the operator in
/// a sum. The same symbol found by different ways gets the same place.
/// </summary>
internal static class Place
{
    /// <summary>The place of what a piece of syntax uses.</summary>
    /// <param name="node">Any expression, type or clause.</param>
    public static Location Of(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax call => Of(call.Expression),
        MemberAccessExpressionSyntax access => Of(access.Name),
        ConditionalAccessExpressionSyntax conditional => Of(conditional.WhenNotNull),
        MemberBindingExpressionSyntax binding => Of(binding.Name),
        QualifiedNameSyntax name => Of(name.Right),
        AliasQualifiedNameSyntax name => Of(name.Name),
        SimpleNameSyntax name => PathOf(name).GetLocation(),
        ElementAccessExpressionSyntax element => element.ArgumentList.GetLocation(),
        BinaryExpressionSyntax binary => binary.OperatorToken.GetLocation(),
        AssignmentExpressionSyntax assignment => assignment.OperatorToken.GetLocation(),
        CommonForEachStatementSyntax loop => loop.Expression.GetLocation(),
        _ => node.GetLocation(),
    };

    private static SyntaxNode PathOf(SyntaxNode name)
    {
        while (true)
        {
            switch (name.Parent)
            {
                case QualifiedNameSyntax parent when parent.Right == name:
                    name = parent;
                    break;
                case AliasQualifiedNameSyntax parent when parent.Name == name:
                    name = parent;
                    break;
                case MemberAccessExpressionSyntax parent when parent.Name == name && IsPath(parent.Expression):
                    name = parent;
                    break;
                default:
                    return name;
            }
        }
    }

    private static bool IsPath(ExpressionSyntax expression)
    {
        while (expression is MemberAccessExpressionSyntax access)
        {
            expression = access.Expression;
        }

        return expression is SimpleNameSyntax or AliasQualifiedNameSyntax or PredefinedTypeSyntax;
    }
}
