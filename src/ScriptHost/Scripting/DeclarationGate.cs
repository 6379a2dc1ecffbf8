using Microsoft.CodeAnalysis;

namespace ScriptHost.Scripting;

/// <summary>Checks what a script's types declare: static state, overrides, finalizers in disguise.</summary>
/// <param name="allowed">The allowlist.</param>
/// <param name="members">Checks the members that are overridden.</param>
/// <param name="findings">Where faults go.</param>
internal sealed class DeclarationGate(AllowedSymbols allowed, MemberGate members, Findings findings)
{
    /// <summary>Checks a type and those nested in it.</summary>
    /// <param name="type">A type that the script declares, or the script itself.</param>
    public void Check(INamedTypeSymbol type)
    {
        var pending = new Stack<INamedTypeSymbol>([type]);
        while (pending.TryPop(out var next))
        {
            foreach (var member in next.GetMembers())
            {
                CheckMember(member);
            }

            foreach (var nested in next.GetTypeMembers())
            {
                pending.Push(nested);
            }
        }
    }

    private void CheckMember(ISymbol member)
    {
        if (member is IFieldSymbol { IsStatic: true, IsReadOnly: false, IsConst: false } field)
        {
            CheckState(field);
        }

        if (member is not IMethodSymbol method)
        {
            return;
        }

        if (method is { Name: "Finalize", Parameters.IsEmpty: true, IsStatic: false })
        {
            findings.Add(PlaceOf(method), Codes.OutsideCall, "'Finalize' would run when no scorer does; use 'using' and Dispose.");
        }

        if (method is { IsAsync: true, ReturnsVoid: true })
        {
            findings.Add(PlaceOf(method), Codes.OutsideCall, $"'{method.Name}' is async void, whose faults nobody can catch; return a Task.");
        }

        if (method is { IsImplicitlyDeclared: false, OverriddenMethod: { } overridden }
            && method.DeclaringSyntaxReferences is [var reference, ..] && !allowed.IsOwn(overridden))
        {
            members.Check(overridden, reference.GetSyntax(), byCompiler: false);
        }
    }

    private void CheckState(IFieldSymbol field)
    {
        var owner = field.AssociatedSymbol ?? field;
        findings.Add(
            PlaceOf(owner),
            Codes.StaticState,
            $"'{owner.Name}' is static and can change, so one call could see what another left; make it readonly or const.");
    }

    private static Location PlaceOf(ISymbol symbol) => symbol.Locations is [var location, ..] ? location : Location.None;
}
