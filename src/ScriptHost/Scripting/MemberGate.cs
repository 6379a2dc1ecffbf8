using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScriptHost.Scripting;

/// <summary>Holds members against the allowlist.</summary>
/// <param name="allowed">The allowlist.</param>
/// <param name="types">Checks the types that members are constructed over.</param>
/// <param name="findings">Where faults go.</param>
internal sealed class MemberGate(AllowedSymbols allowed, TypeGate types, Findings findings)
{
    /// <summary>Checks a member that code binds to.</summary>
    /// <param name="member">The member; null when there is none.</param>
    /// <param name="at">Where it is used.</param>
    /// <param name="byCompiler">Whether the compiler put the use there, so that what it may emit passes.</param>
    public void Check(ISymbol? member, SyntaxNode at, bool byCompiler = false)
    {
        if (member is { ContainingType: { } type } and IMethodSymbol { MethodKind: not MethodKind.LocalFunction } && HashUse.Gives(allowed.Key(type), member.MetadataName) && !IsInHash(at))
        {
            findings.Add(Place.Of(at), Codes.Hash, $"'{AllowedSymbols.Name(type)}.{member.Name}' gives another number in every process; only a {HashUse.Method} may use it.");

            return;
        }

        if (member is null or { ContainingType: null } || !Prepare(ref member, at))
        {
            return;
        }

        if (!(member is IPropertySymbol property ? IsUsable(property, byCompiler) : Permits(member, byCompiler)))
        {
            Refuse(member, at);
        }
    }

    /// <summary>Checks the use of a property, whose accessors are listed apart.</summary>
    /// <param name="property">The property.</param>
    /// <param name="reads">Whether its value is used.</param>
    /// <param name="writes">Whether it gets a value.</param>
    /// <param name="at">Where.</param>
    public void CheckUse(IPropertySymbol property, bool reads, bool writes, SyntaxNode at)
    {
        ISymbol member = property;
        if (!Prepare(ref member, at))
        {
            return;
        }

        // What returns a reference is written through its getter.
        if ((reads && property.GetMethod is { } getter && !Permits(getter, byCompiler: false))
            || (writes && (property.SetMethod ?? property.GetMethod) is { } setter && !Permits(setter, byCompiler: false)))
        {
            Refuse(property, at);
        }
    }

    /// <summary>Whether a use of the member would be refused.</summary>
    /// <param name="member">A member or type.</param>
    public bool WouldRefuse(ISymbol member) => member switch
    {
        INamedTypeSymbol type => !allowed.IsOwn(type) && type.TypeKind != TypeKind.Error && !allowed.Permits(type),
        { ContainingType: null } => false,
        _ when allowed.IsOwn(member) => false,
        IPropertySymbol property => !IsUsable(property, byCompiler: false),
        _ => !allowed.Permits(member),
    };

    private bool Prepare(ref ISymbol member, SyntaxNode at)
    {
        if (member is IMethodSymbol method)
        {
            foreach (var argument in method.TypeArguments)
            {
                types.Check(argument, at, written: false);
            }

            if (method.MethodKind is MethodKind.LocalFunction or MethodKind.AnonymousFunction or MethodKind.BuiltinOperator)
            {
                return false;
            }

            member = method.ReducedFrom ?? method;
        }

        types.Check(member.ContainingType, at, written: false);
        if (!allowed.IsOwn(member))
        {
            return true;
        }

        // The compiler declares these for every delegate type; they run code elsewhere.
        if (member is IMethodSymbol { ContainingType.TypeKind: TypeKind.Delegate, Name: "BeginInvoke" or "EndInvoke" })
        {
            Refuse(member, at);
        }

        return false;
    }

    private static bool IsInHash(SyntaxNode at) =>
        at.AncestorsAndSelf().Any(n => n is MethodDeclarationSyntax { Identifier.ValueText: HashUse.Method });

    private bool IsUsable(IPropertySymbol property, bool byCompiler) =>
        (property.GetMethod is { } getter && Permits(getter, byCompiler))
            || (property.SetMethod is { } setter && Permits(setter, byCompiler));

    private bool Permits(ISymbol member, bool byCompiler) => byCompiler ? allowed.PermitsCompiler(member) : allowed.Permits(member);

    private void Refuse(ISymbol member, SyntaxNode at)
    {
        var type = AllowedSymbols.Name(member.ContainingType);
        if (at is ObjectCreationExpressionSyntax { Type: var created } && !allowed.Permits(member.ContainingType))
        {
            // The type's name is what is wrong, and it is found under its own name too.
            findings.AddAbout(Place.Of(created), type, Codes.NotListed, $"'{type}' is not on the allowlist{Remedy.For(type)}");

            return;
        }

        var name = member switch
        {
            IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => $"new {type}({Parameters(constructor)})",
            IMethodSymbol { AssociatedSymbol: { } owner } => $"{type}.{owner.Name}",
            _ => $"{type}.{member.Name}",
        };
        findings.AddAbout(Place.Of(at), type, Codes.NotListed, $"'{name}' is not on the allowlist{Remedy.For($"{type}.{member.MetadataName}")}");
    }

    private static string Parameters(IMethodSymbol method) => string.Join(", ", method.Parameters.Select(p => p.Type.ToDisplayString()));
}
