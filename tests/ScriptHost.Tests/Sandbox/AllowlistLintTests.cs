using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ScriptHost.Contract;
using ScriptHost.Scripting;

namespace ScriptHost.Sandbox;

/// <summary>What the list that ships may not contain.</summary>
public sealed class AllowlistLintTests
{
    private static readonly CSharpCompilation Framework = CSharpCompilation.Create("lint", references: ReferenceSet.For(Images.Allowlist));

    private static readonly CSharpCompilation Everything = CSharpCompilation.Create("lint", references: Images.Framework);

    [Fact]
    public void Every_public_type_of_the_contract_is_listed_but_the_one_for_compiled_code() =>
        typeof(Feedback).Assembly.GetExportedTypes().Where(t => !t.IsNested && t != typeof(ClassScorer)).Select(t => t.FullName)
            .ShouldBe(Images.Allowlist.Api.Keys.Where(k => k.StartsWith("ScriptHost.Contract.", StringComparison.Ordinal)), ignoreOrder: true);

    [Fact]
    public void Every_listed_type_exists() =>
        Images.Allowlist.Api.Keys.Where(k => Framework.GetTypeByMetadataName(k) is null).ShouldBeEmpty();

    [Fact]
    public void Every_emitted_type_and_attribute_exists_somewhere_in_the_framework() =>
        Images.Allowlist.Emit.Keys.Concat(Images.Allowlist.EmitHelpersOnly.Keys).Concat(Images.Allowlist.Attributes)
            .Where(k => Everything.GetTypeByMetadataName(k) is null).ShouldBeEmpty();

    [Fact]
    public void Every_named_member_exists() =>
        Images.Allowlist.Api.Where(r => Framework.GetTypeByMetadataName(r.Key) is not null)
            .SelectMany(r => r.Value.Allow.Concat(r.Value.Except)
                .Where(m => !WithBases(r.Key).SelectMany(t => t.GetMembers()).Any(x => x.MetadataName == m || x.MetadataName + AllowedSymbols.Signature(x) == m))
                .Select(m => $"{r.Key}.{m}"))
            .ShouldBe(Exceptions.Read("listed-but-not-public.txt"), ignoreOrder: true);

    [Fact]
    public void Nothing_static_that_is_listed_can_change() =>
        Allowed().Where(m => m is { IsStatic: true } and (IMethodSymbol { MethodKind: MethodKind.PropertySet or MethodKind.EventAdd } or IFieldSymbol { IsReadOnly: false, IsConst: false }))
            .Select(m => m.ToDisplayString()).ShouldBeEmpty();

    [Fact]
    public void Nothing_that_is_listed_takes_a_reference_and_a_native_offset() =>
        Allowed().OfType<IMethodSymbol>()
            .Where(m => m.Parameters.Any(p => p.RefKind != RefKind.None) && m.Parameters.Any(p => p.Type.SpecialType is SpecialType.System_IntPtr or SpecialType.System_UIntPtr))
            .Select(m => m.ToDisplayString()).ShouldBeEmpty();

    private static IEnumerable<INamedTypeSymbol> WithBases(string type)
    {
        for (var at = Framework.GetTypeByMetadataName(type); at is not null; at = at.BaseType)
        {
            yield return at;
        }
    }

    private static IEnumerable<ISymbol> Allowed()
    {
        var symbols = new AllowedSymbols(Images.Allowlist, Framework.Assembly);

        return Images.Allowlist.Api.Keys.Select(Framework.GetTypeByMetadataName).OfType<INamedTypeSymbol>().Where(t => t.TypeKind != TypeKind.Enum)
            .SelectMany(t => t.GetMembers().Concat(t.GetTypeMembers().Where(n => n.DeclaredAccessibility == Accessibility.Public).SelectMany(n => n.GetMembers())))
            .Where(m => m.DeclaredAccessibility == Accessibility.Public && m is (IMethodSymbol or IFieldSymbol) && symbols.Permits(m));
    }
}
