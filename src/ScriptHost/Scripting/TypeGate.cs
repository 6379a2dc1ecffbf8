using Microsoft.CodeAnalysis;

namespace ScriptHost.Scripting;

/// <summary>Holds types against the allowlist, with all that they are put together of.</summary>
/// <param name="allowed">The allowlist.</param>
/// <param name="findings">Where faults go.</param>
internal sealed class TypeGate(AllowedSymbols allowed, Findings findings)
{
    // Thirty lines of var b = (a, a) make a type with a thousand million parts, and the compiler writes out each.
    private const int MaxParts = 200;

    private readonly HashSet<ITypeSymbol> passed = new(ReferenceEqualityComparer.Instance);

    /// <summary>Checks a type.</summary>
    /// <param name="type">The type; null when there is none.</param>
    /// <param name="at">Where it is used.</param>
    /// <param name="written">Whether the script names it, or an expression just has it.</param>
    public void Check(ITypeSymbol? type, SyntaxNode at, bool written)
    {
        if (type is null || passed.Contains(type))
        {
            return;
        }

        var parts = 0;
        var clean = true;
        var pending = new Stack<ITypeSymbol>([type]);
        while (pending.TryPop(out var part))
        {
            if (++parts > MaxParts)
            {
                findings.AddFirst(Place.Of(at), Codes.TypeSize, $"The type of this is put together of more than {MaxParts} types; use a record.");

                return;
            }

            clean &= CheckPart(part, at, written, pending);
        }

        // A type that passes as written passes as inferred too, but not the other way round.
        if (clean && written)
        {
            passed.Add(type);
        }
    }

    private bool CheckPart(ITypeSymbol part, SyntaxNode at, bool written, Stack<ITypeSymbol> pending)
    {
        switch (part)
        {
            case IDynamicTypeSymbol:
                findings.AddFirst(Place.Of(at), Codes.Dynamic, "'dynamic' binds at run time, past the allowlist; use a type, or JsonNode for data without one.");

                return false;
            case IPointerTypeSymbol or IFunctionPointerTypeSymbol:
                findings.Add(Place.Of(at), Codes.Unsafe, "Pointers are not for scripts; use spans or indexes.");

                return false;
            case IArrayTypeSymbol array:
                pending.Push(array.ElementType);

                return true;
            case INamedTypeSymbol named:
                return CheckNamed(named, at, written, pending);
            default:
                return true;
        }
    }

    private bool CheckNamed(INamedTypeSymbol type, SyntaxNode at, bool written, Stack<ITypeSymbol> pending)
    {
        for (var outer = type; outer is not null; outer = outer.ContainingType)
        {
            foreach (var argument in outer.TypeArguments)
            {
                pending.Push(argument);
            }
        }

        if (type is { IsAnonymousType: true } && !type.IsDelegate())
        {
            foreach (var property in type.GetMembers().OfType<IPropertySymbol>())
            {
                pending.Push(property.Type);
            }

            return true;
        }

        if (type.TypeKind == TypeKind.Error || type.SpecialType == SpecialType.System_Void || allowed.IsOwn(type)
            || (written ? allowed.Permits(type) : allowed.PermitsInferred(type)))
        {
            return true;
        }

        var name = AllowedSymbols.Name(type);
        if (written)
        {
            findings.AddAbout(Place.Of(at), name, Codes.NotListed, $"'{name}' is not on the allowlist{Remedy.For(name)}");
        }
        else
        {
            findings.AddInferred(Place.Of(at), name, $"This is a '{name}', which is not on the allowlist{Remedy.For(name)}");
        }

        return false;
    }
}
