using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace ScriptHost.Scripting;

/// <summary>Looks at the types that an image declares: what they derive from, how they lie in memory, what stands above them.</summary>
/// <param name="metadata">The image.</param>
/// <param name="allowlist">The list.</param>
/// <param name="types">The image's types.</param>
/// <param name="members">The members that it refers to.</param>
/// <param name="signatures">Checks signatures.</param>
internal sealed class IlDeclarations(MetadataReader metadata, Allowlist allowlist, IlTypes types, IlMembers members, IlSignatures signatures)
{
    private const string InlineArray = "System.Runtime.CompilerServices.InlineArrayAttribute";
    private const string InlineArrayType = "<>y__InlineArray";

    private const TypeAttributes Unwanted = TypeAttributes.Import | TypeAttributes.WindowsRuntime | TypeAttributes.HasSecurity;

    private static readonly HashSet<string> CompilerBases = new(StringComparer.Ordinal) { "System.Object", "System.ValueType", "System.Enum", "System.MulticastDelegate" };

    /// <summary>All that is wrong with a type.</summary>
    public IEnumerable<IlFault> Check(TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        var name = types.NameOf(handle);
        if (MetadataTokens.GetRowNumber(handle) == 1 && (type.GetMethods().Count > 0 || type.GetFields().Count > 0))
        {
            yield return new(Codes.ImageMethod, "The module itself has members, such as an initializer that would run before anything else");
        }

        if (!type.Namespace.IsNil || (type.Attributes & Unwanted) != 0)
        {
            yield return new(Codes.ImageDeclaration, $"'{name}' is declared as no script can");
        }

        if (HasLayout(type))
        {
            yield return new(Codes.ImageLayout, $"'{name}' says how its fields lie in memory");
        }

        if (OfBase(type, name) is { } fault)
        {
            yield return fault;
        }

        foreach (var implementation in type.GetInterfaceImplementations())
        {
            if (OfInterface(metadata.GetInterfaceImplementation(implementation).Interface, name) is { } wrong)
            {
                yield return wrong;
            }
        }

        foreach (var parameter in type.GetGenericParameters())
        {
            foreach (var constraint in metadata.GetGenericParameter(parameter).GetConstraints())
            {
                if (OfAny(metadata.GetGenericParameterConstraint(constraint).Type) is { } wrong)
                {
                    yield return wrong;
                }
            }
        }
    }

    /// <summary>What is wrong with an attribute; null when nothing is.</summary>
    public IlFault? OfAttribute(CustomAttributeHandle handle)
    {
        var attribute = metadata.GetCustomAttribute(handle);
        if (attribute.Constructor.Kind != HandleKind.MemberReference)
        {
            return new(Codes.ImageAttribute, "It has an attribute of its own, which the runtime could take for one of the framework's");
        }

        var constructor = (MemberReferenceHandle)attribute.Constructor;
        var type = members.OwnerOf(constructor);
        var isListed = members[constructor].Fault is null && (allowlist.Attributes.Contains(type) || allowlist.Emit.ContainsKey(type));
        if (!isListed || (type == InlineArray && !IsInlineArray(attribute.Parent)))
        {
            return new(Codes.ImageAttribute, $"The attribute '{type}' is not on the allowlist");
        }

        return null;
    }

    /// <summary>What is wrong with a type in any place that takes one; null when nothing is.</summary>
    public IlFault? OfAny(EntityHandle type) =>
        type.Kind == HandleKind.TypeSpecification ? signatures.OfType((TypeSpecificationHandle)type) : types.FaultOf(type);

    /// <summary>The type behind a constructed one.</summary>
    public EntityHandle RootOf(EntityHandle type) =>
        type.Kind == HandleKind.TypeSpecification ? signatures.RootOf((TypeSpecificationHandle)type, out _) : type;

    private bool IsInlineArray(EntityHandle parent) =>
        parent.Kind == HandleKind.TypeDefinition && types.NameOf((TypeDefinitionHandle)parent).StartsWith(InlineArrayType, StringComparison.Ordinal);

    // The compiler gives constant data a size, and a struct without fields the size 1.
    private bool HasLayout(TypeDefinition type)
    {
        if (type.GetDeclaringType() is { IsNil: false } outer && types.IsHelper(outer))
        {
            return type.GetFields().Count > 0;
        }

        var layout = type.GetLayout();

        return (type.Attributes & TypeAttributes.LayoutMask) == TypeAttributes.ExplicitLayout
            || layout.PackingSize > 0
            || layout.Size > 1
            || (layout.Size == 1 && type.GetFields().Any(f => (metadata.GetFieldDefinition(f).Attributes & FieldAttributes.Static) == 0));
    }

    private IlFault? OfBase(TypeDefinition type, string name)
    {
        if (type.BaseType.IsNil)
        {
            return null;
        }

        if (OfAny(type.BaseType) is { } fault)
        {
            return fault;
        }

        var root = RootOf(type.BaseType);
        var isRight = root.Kind switch
        {
            HandleKind.TypeDefinition => true,
            HandleKind.TypeReference => types.Key((TypeReferenceHandle)root) is var key
                && (CompilerBases.Contains(key) || (allowlist.Api.TryGetValue(key, out var rule) && rule.Inherit)),
            _ => false,
        };

        return isRight ? null : NotInherited(root, name);
    }

    private IlFault? OfInterface(EntityHandle type, string name)
    {
        if (OfAny(type) is { } fault)
        {
            return fault;
        }

        var root = RootOf(type);
        var isRight = root.Kind switch
        {
            HandleKind.TypeDefinition => true,
            HandleKind.TypeReference => types.Key((TypeReferenceHandle)root) is var key
                && ((allowlist.Api.TryGetValue(key, out var rule) && rule.Inherit) || (IsMade(name) && IsForMade(key))),
            _ => false,
        };

        return isRight ? null : NotInherited(root, name);
    }

    // Names of what the compiler makes begin so, and C# cannot declare them.
    private static bool IsMade(string name) => name.LastIndexOf('.') is var dot && name.AsSpan(dot + 1).StartsWith("<");

    // State machines, and the lists behind collection expressions.
    private bool IsForMade(string key) =>
        allowlist.Emit.ContainsKey(key) || (key.StartsWith("System.Collections.", StringComparison.Ordinal) && allowlist.Api.ContainsKey(key));

    private IlFault NotInherited(EntityHandle root, string name) => new(
        Codes.ImageInherit,
        $"'{(root.Kind == HandleKind.TypeReference ? types.Key((TypeReferenceHandle)root) : "An array")}' may not be derived from or implemented, as '{name}' does");
}
