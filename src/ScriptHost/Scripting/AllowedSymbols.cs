using Microsoft.CodeAnalysis;

namespace ScriptHost.Scripting;

/// <summary>Answers for symbols what an <see cref="Allowlist"/> says for names.</summary>
/// <param name="allowlist">The list.</param>
/// <param name="script">The script's own assembly, whose symbols need no listing.</param>
internal sealed class AllowedSymbols(Allowlist allowlist, IAssemblySymbol script)
{
    private const string CompilerServices = "System.Runtime.CompilerServices";

    private static readonly SymbolDisplayFormat NameFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters);

    private static readonly SymbolDisplayFormat SignatureFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    private readonly Dictionary<ISymbol, string> keys = new(SymbolEqualityComparer.Default);

    /// <summary>The list.</summary>
    public Allowlist Allowlist => allowlist;

    /// <summary>Whether the script itself declares a symbol, or the compiler does for it.</summary>
    /// <param name="symbol">Any symbol.</param>
    public bool IsOwn(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, script);

    /// <summary>Whether scripts may name a type.</summary>
    /// <param name="type">A type of somebody else's.</param>
    public bool Permits(INamedTypeSymbol type) => allowlist.Api.ContainsKey(Key(type));

    /// <summary>Whether an expression may have a type: one that scripts may name, or one that the compiler makes use of.</summary>
    /// <param name="type">A type of somebody else's.</param>
    public bool PermitsInferred(INamedTypeSymbol type) =>
        Permits(type) || (allowlist.Emit.ContainsKey(Key(type)) && Outermost(type).ContainingNamespace.ToDisplayString() == CompilerServices);

    /// <summary>Whether scripts may derive from or implement a type.</summary>
    /// <param name="type">A type of somebody else's.</param>
    public bool PermitsInheriting(INamedTypeSymbol type) => allowlist.Api.TryGetValue(Key(type), out var rule) && rule.Inherit;

    /// <summary>Whether scripts may use a member.</summary>
    /// <param name="member">A method, field, or event of somebody else's; of a property, ask for its accessors.</param>
    public bool Permits(ISymbol member) =>
        allowlist.Api.TryGetValue(Key(member.ContainingType), out var rule)
            && (member is IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } || rule.Permits(member.MetadataName, Signature(member)));

    /// <summary>Whether the compiler may use a member on a script's behalf.</summary>
    /// <param name="member">A member of somebody else's.</param>
    public bool PermitsCompiler(ISymbol member) =>
        Permits(member)
            || (allowlist.Emit.TryGetValue(Key(member.ContainingType), out var rule) && rule.Permits(member.MetadataName, Signature(member)));

    /// <summary>The name that the allowlist would have for a type: that of its outermost type, with its namespace and arity.</summary>
    /// <param name="type">Any named type.</param>
    public string Key(INamedTypeSymbol type)
    {
        var outermost = Outermost(type).OriginalDefinition;
        if (!keys.TryGetValue(outermost, out var key))
        {
            key = outermost.ContainingNamespace is { IsGlobalNamespace: false } space
                ? $"{space.ToDisplayString()}.{outermost.MetadataName}"
                : outermost.MetadataName;
            keys.Add(outermost, key);
        }

        return key;
    }

    /// <summary>A type's full name, for people.</summary>
    /// <param name="type">Any named type.</param>
    public static string Name(INamedTypeSymbol type) => type.OriginalDefinition.ToDisplayString(NameFormat);

    private static INamedTypeSymbol Outermost(INamedTypeSymbol type)
    {
        while (type.ContainingType is { } outer)
        {
            type = outer;
        }

        return type;
    }

    /// <summary>The parameter types of a method in parentheses, as the allowlist has them; empty for what is none.</summary>
    /// <param name="member">Any member.</param>
    public static string Signature(ISymbol member) =>
        member is IMethodSymbol method
            ? $"({string.Join(",", method.OriginalDefinition.Parameters.Select(p => p.Type.ToDisplayString(SignatureFormat)))})"
            : "";
}
