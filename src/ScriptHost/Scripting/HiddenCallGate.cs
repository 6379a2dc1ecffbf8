using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScriptHost.Scripting;

/// <summary>Holds the calls that statements make without naming them against the allowlist.</summary>
/// <param name="model">What the compiler makes of the script.</param>
/// <param name="types">Checks types.</param>
/// <param name="members">Checks members.</param>
/// <param name="cancellationToken">Stops the check.</param>
internal sealed class HiddenCallGate(SemanticModel model, TypeGate types, MemberGate members, CancellationToken cancellationToken)
{
    /// <summary>Checks what a loop calls to get from one element to the next.</summary>
    public void CheckLoop(CommonForEachStatementSyntax loop)
    {
        var info = model.GetForEachStatementInfo(loop);
        members.Check(info.GetEnumeratorMethod, loop, byCompiler: true);
        members.Check(info.MoveNextMethod, loop, byCompiler: true);
        members.Check(info.CurrentProperty, loop, byCompiler: true);
        members.Check(info.DisposeMethod, loop, byCompiler: true);
        members.Check(info.CurrentConversion.MethodSymbol, loop);
        members.Check(info.ElementConversion.MethodSymbol, loop);
        types.Check(info.ElementType, loop, written: false);
        if (loop is ForEachVariableStatementSyntax variables)
        {
            CheckDeconstruction(model.GetDeconstructionInfo(variables), loop);
        }
    }

    /// <summary>Checks what waiting calls.</summary>
    public void CheckAwait(AwaitExpressionSyntax node)
    {
        var info = model.GetAwaitExpressionInfo(node);
        members.Check(info.GetAwaiterMethod, node, byCompiler: true);
        members.Check(info.GetResultMethod, node, byCompiler: true);
        if (info.IsCompletedProperty?.GetMethod is { } completed)
        {
            members.Check(completed, node, byCompiler: true);
        }
    }

    /// <summary>Checks what taking a value apart calls.</summary>
    public void CheckDeconstruction(DeconstructionInfo info, SyntaxNode at)
    {
        members.Check(info.Method, at);
        members.Check(info.Conversion?.MethodSymbol, at);
        foreach (var nested in info.Nested)
        {
            CheckDeconstruction(nested, at);
        }
    }

    /// <summary>Checks what a query clause calls.</summary>
    public void CheckQuery(QueryClauseSyntax clause)
    {
        var query = model.GetQueryClauseInfo(clause, cancellationToken);
        members.Check(query.CastInfo.Symbol, clause);
        members.Check(query.OperationInfo.Symbol, clause);
    }
}
