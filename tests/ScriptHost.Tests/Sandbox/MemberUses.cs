using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ScriptHost.Sandbox;

/// <summary>Writes a use of every public member that a compilation's references have.</summary>
internal static class MemberUses
{
    // Constructors that nobody wrote only clear memory: no member is called.
    public static IEnumerable<MemberUse> Of(CSharpCompilation compilation) =>
        compilation.References.Select(r => compilation.GetAssemblyOrModuleSymbol(r)).OfType<IAssemblySymbol>()
            .Where(a => a.Name != "ScriptHost.Contract")
            .SelectMany(a => Types(a.GlobalNamespace))
            .SelectMany(t => Of(Construct(t, compilation), compilation));

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container) =>
        container.GetMembers().SelectMany(m => m switch
        {
            INamespaceSymbol space => Types(space),
            INamedTypeSymbol { DeclaredAccessibility: Accessibility.Public, SpecialType: not SpecialType.System_Void } type => Types(type).Prepend(type),
            _ => [],
        });

    private static INamedTypeSymbol Construct(INamedTypeSymbol type, CSharpCompilation compilation) =>
        type is { IsGenericType: true, ContainingType: null } ? type.Construct([.. type.TypeParameters.Select(p => Argument(p, compilation))]) : type;

    private static ITypeSymbol Argument(ITypeParameterSymbol parameter, CSharpCompilation compilation) => compilation.GetSpecialType(
        parameter.HasReferenceTypeConstraint || parameter.ConstraintTypes.Any(c => c.TypeKind == TypeKind.Class) ? SpecialType.System_String : SpecialType.System_Int32);

    private static IEnumerable<MemberUse> Of(INamedTypeSymbol type, CSharpCompilation compilation) =>
        type.GetMembers().Where(m => m.DeclaredAccessibility == Accessibility.Public).SelectMany(m => m switch
        {
            IMethodSymbol { MethodKind: MethodKind.Constructor, IsImplicitlyDeclared: false } constructor when type.TypeKind != TypeKind.Delegate =>
                [Use(constructor, "", constructor.Parameters, $"Use(new {Name(type)}({Arguments(constructor.Parameters)}));", isStatic: true)],
            IMethodSymbol { MethodKind: MethodKind.Ordinary } method => [Call(method, compilation)],
            IPropertySymbol property => Of(property),
            IFieldSymbol { IsConst: false } field => [Use(field, "", [], $"Use({Receiver(field)}.@{field.Name});", field.IsStatic)],
            IEventSymbol item => [Use(item, "", [], $"{Receiver(item)}.@{item.Name} += handler;", item.IsStatic, $"{Name(item.Type)} handler")],
            _ => Enumerable.Empty<MemberUse>(),
        });

    private static MemberUse Call(IMethodSymbol method, CSharpCompilation compilation)
    {
        if (method.IsGenericMethod)
        {
            method = method.Construct([.. method.TypeParameters.Select(p => Argument(p, compilation))]);
        }

        var arguments = method.IsGenericMethod ? $"<{string.Join(", ", method.TypeArguments.Select(Name))}>" : "";

        return Use(method, "", method.Parameters, $"{Receiver(method)}.@{method.Name}{arguments}({Arguments(method.Parameters)});", method.IsStatic);
    }

    private static IEnumerable<MemberUse> Of(IPropertySymbol property)
    {
        var place = property.IsIndexer ? $"{Receiver(property)}[{Arguments(property.Parameters)}]" : $"{Receiver(property)}.@{property.Name}";
        if (property.GetMethod is { DeclaredAccessibility: Accessibility.Public })
        {
            yield return Use(property, "get_", property.Parameters, $"Use({place});", property.IsStatic);
        }

        if (property.SetMethod is { DeclaredAccessibility: Accessibility.Public, IsInitOnly: false })
        {
            yield return Use(property, "set_", property.Parameters, $"{place} = value;", property.IsStatic, $"{Name(property.Type)} value");
        }
    }

    private static MemberUse Use(ISymbol member, string accessor, IReadOnlyList<IParameterSymbol> parameters, string code, bool isStatic, string? more = null)
    {
        IEnumerable<string> taken =
        [
            .. isStatic ? (string[])[] : [$"{Name(member.ContainingType)} receiver"],
            .. parameters.Select((p, i) => $"{(p.RefKind == RefKind.None ? "" : "ref ")}{Name(p.Type)} p{i}"),
            .. more is null ? (string[])[] : [more],
        ];
        var signature = member is IMethodSymbol ? $"({string.Join(",", parameters.Select(p => p.Type.ToDisplayString()))})" : "";

        return new($"{member.ContainingType.OriginalDefinition.ToDisplayString()}.{accessor}{member.Name}{signature}", string.Join(", ", taken), code);
    }

    private static string Receiver(ISymbol member) => member.IsStatic ? Name(member.ContainingType) : "receiver";

    private static string Arguments(IReadOnlyList<IParameterSymbol> parameters) => string.Join(", ", parameters.Select((p, i) => p.RefKind switch
    {
        RefKind.Ref => $"ref p{i}",
        RefKind.Out => $"out p{i}",
        RefKind.None => $"p{i}",
        _ => $"in p{i}",
    }));

    private static string Name(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
}
