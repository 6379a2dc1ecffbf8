using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ScriptHost.Scripting;

/// <summary>Says whether scripts may use a namespace, type or member, and why.</summary>
/// <param name="text">The list, which has no faults.</param>
/// <param name="allowlist">What it says.</param>
internal sealed class AllowlistExplanation(AllowlistText text, Allowlist allowlist)
{
    private readonly CSharpCompilation compilation = CSharpCompilation.Create("explain", references: ReferenceSet.For(allowlist));
    private readonly AllowlistPlaces places = new(text);

    /// <summary>One answer for everything that the name may mean, such as each overload; empty when scripts see nothing of that name.</summary>
    /// <param name="name">
    /// A namespace, type or member by its full name or as a script would write it, such as <c>System.IO.File.ReadAllText</c>,
    /// <c>Math.Max(System.Int32,System.Int32)</c> or <c>List&lt;T&gt;</c>.
    /// </param>
    public IReadOnlyList<SymbolVerdict> Of(string name)
    {
        var plain = SymbolName.Plain(name);
        IReadOnlyList<SymbolVerdict> found = [.. Find(name).Select(Judge)];

        // What is known by name and lies in assemblies that scripts do not see, such as processes and sockets.
        return found.Count == 0 && Remedy.Of(plain) is { } remedy
            ? [new(plain, false, "scripts see no assembly that has it", remedy)]
            : found;
    }

    /// <summary>A listed name that is near to one that means nothing; null when none is.</summary>
    public string? Near(string name)
    {
        var plain = SymbolName.Plain(name);
        var (owner, member) = SymbolName.Split(plain);
        var known = Types(owner).SelectMany(t => Members(t).Select(m => $"{owner}.{m.Name}")).Distinct().ToList();

        return (member.Length > 0 ? Suggestion.For(plain, known) : null)
            ?? Suggestion.For(plain, allowlist.Api.Keys.Select(SymbolName.WithoutArity).Concat(allowlist.Namespaces).Distinct());
    }

    private IEnumerable<ISymbol> Find(string name)
    {
        var plain = SymbolName.Plain(name);
        var signature = SymbolName.Signature(name);
        var (owner, member) = SymbolName.Split(plain);
        if (signature is null && Space(plain) is { } space)
        {
            return [space];
        }

        if (signature is null && Types(plain) is { Count: > 0 } types)
        {
            return types;
        }

        return Types(owner).SelectMany(Members).Where(m => (m.Name == member || m.MetadataName == member) && (signature is null || AllowedSymbols.Signature(m) == signature));
    }

    private SymbolVerdict Judge(ISymbol symbol)
    {
        var allowed = new AllowedSymbols(allowlist, compilation.Assembly);
        switch (symbol)
        {
            case INamespaceSymbol space:
                var name = space.ToDisplayString();

                return allowlist.Namespaces.Contains(name)
                    ? new(name, true, "types of it are listed, each by itself", "")
                    : new(name, false, "no type of it is listed", Remedy.Of($"{name}.") ?? "");
            case INamedTypeSymbol type:
                return Rule(AllowedSymbols.Name(type), allowed.Key(type), allowed.Permits(type), member: null);
            default:
                var owner = symbol.ContainingType;
                var shown = $"{AllowedSymbols.Name(owner)}.{symbol.Name}{AllowedSymbols.Signature(symbol)}";
                var isAllowed = Accessors(symbol).Any(allowed.Permits);
                var verdict = Rule(shown, allowed.Key(owner), isAllowed, symbol);

                return isAllowed && HashUse.Gives(allowed.Key(owner), symbol.MetadataName)
                    ? verdict with { IsForHashes = true, Reason = "hash codes of texts are another number in every process" }
                    : verdict;
        }
    }

    private SymbolVerdict Rule(string shown, string key, bool isAllowed, ISymbol? member)
    {
        if (allowlist.Api.TryGetValue(key, out var rule))
        {
            var place = places.Of("api", key);
            var why = (member, isAllowed) switch
            {
                (null, _) => $"'{key}' is listed{(rule.Inherit ? ", and may be derived from or implemented" : "")}",
                (_, true) when rule.All => $"every public member of '{key}' is listed{(rule.Except.Count > 0 ? $", but for {string.Join(", ", rule.Except.Order(StringComparer.Ordinal))}" : "")}",
                (_, true) => $"it is one of the members of '{key}' that are listed",
                (_, false) when rule.All => $"it is one of the members of '{key}' that are excepted",
                _ => $"'{key}' is listed, but not this member of it",
            };
            var remedy = isAllowed ? "" : Remedy.Of($"{key}.{member?.MetadataName}") ?? "";

            return new(shown, isAllowed, $"{text.Path}({place?.Line}): {why}", remedy.Length > 0 ? remedy : place?.Reason ?? "");
        }

        if (places.Of("emit", key) is { } emit)
        {
            return new(shown, false, $"{text.Path}({emit.Line}): only the compiler may bring '{key}' in", emit.Reason);
        }

        if (allowlist.Attributes.Contains(key))
        {
            return new(shown, member is null, $"'{key}' may be applied as an attribute, and nothing else", "");
        }

        return new(shown, false, $"'{key}' is not on the allowlist", Remedy.Of(key) ?? "");
    }

    private static IEnumerable<ISymbol> Accessors(ISymbol member) => member switch
    {
        IPropertySymbol property => new[] { property.GetMethod, property.SetMethod }.OfType<ISymbol>(),
        IEventSymbol item => new[] { item.AddMethod, item.RemoveMethod }.OfType<ISymbol>(),
        _ => [member],
    };

    private static IEnumerable<ISymbol> Members(INamedTypeSymbol type) =>
        type.GetMembers().Where(m => m.DeclaredAccessibility == Accessibility.Public && m is not ITypeSymbol);

    private INamespaceSymbol? Space(string name)
    {
        var at = compilation.GlobalNamespace;
        foreach (var part in name.Split('.'))
        {
            if (at.GetNamespaceMembers().FirstOrDefault(n => n.Name == part) is not { } next)
            {
                return null;
            }

            at = next;
        }

        return at;
    }

    // By full name, else as it is named where the imports hold; all arities.
    private List<INamedTypeSymbol> Types(string name)
    {
        foreach (var candidate in allowlist.Imports.Select(i => $"{i}.{name}").Prepend(name))
        {
            var (owner, last) = SymbolName.Split(candidate);
            var found = Space(owner)?.GetTypeMembers(last).Where(t => t.DeclaredAccessibility == Accessibility.Public).ToList();
            if (found is { Count: > 0 })
            {
                return found;
            }
        }

        return [];
    }
}
