using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace ScriptHost.Scripting;

/// <summary>The types that an image names: its own, and those that it takes from elsewhere, held against the allowlist once a row.</summary>
internal sealed class IlTypes
{
    // What the compiler keeps its helpers and constant data in. C# cannot declare the name; in scripts a number follows.
    private const string HelperType = "<PrivateImplementationDetails>";

    private const int MaxNesting = 16;

    private readonly MetadataReader metadata;
    private readonly string[] keys;
    private readonly IlFault?[] faults;

    /// <summary>Looks at all type references of an image.</summary>
    /// <param name="metadata">The image.</param>
    /// <param name="allowlist">The list.</param>
    public IlTypes(MetadataReader metadata, Allowlist allowlist)
    {
        this.metadata = metadata;
        keys = new string[metadata.GetTableRowCount(TableIndex.TypeRef) + 1];
        faults = new IlFault?[keys.Length];
        foreach (var handle in metadata.TypeReferences)
        {
            var row = MetadataTokens.GetRowNumber(handle);
            (keys[row], var isOutside) = Outermost(handle);
            faults[row] = isOutside && Knows(allowlist, keys[row]) ? null : new(Codes.ImageType, $"The type '{keys[row]}' is not on the allowlist");
        }
    }

    /// <summary>The name that the allowlist would have for a type reference: that of its outermost type.</summary>
    public string Key(TypeReferenceHandle type) => keys[MetadataTokens.GetRowNumber(type)];

    /// <summary>What is wrong with naming a type; null when nothing is.</summary>
    /// <param name="type">A definition or a reference; anything else has no place where this is asked.</param>
    public IlFault? FaultOf(EntityHandle type) => type.Kind switch
    {
        HandleKind.TypeReference => faults[MetadataTokens.GetRowNumber(type)],
        HandleKind.TypeDefinition when !type.IsNil && MetadataTokens.GetRowNumber(type) <= metadata.TypeDefinitions.Count => null,
        _ => new(Codes.ImageMalformed, $"A {type.Kind} stands where a type must"),
    };

    /// <summary>Whether a type is the compiler's helper type.</summary>
    public bool IsHelper(TypeDefinitionHandle type)
    {
        var definition = metadata.GetTypeDefinition(type);

        return definition.Namespace.IsNil
            && (definition.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.NotPublic
            && metadata.StringComparer.StartsWith(definition.Name, HelperType)
            && metadata.GetString(definition.Name).AsSpan(HelperType.Length).IndexOfAnyExceptInRange('0', '9') < 0;
    }

    /// <summary>The full name of one of the image's own types, for people.</summary>
    public string NameOf(TypeDefinitionHandle type)
    {
        var name = metadata.GetString(metadata.GetTypeDefinition(type).Name);
        for (var depth = 0; depth < MaxNesting && metadata.GetTypeDefinition(type).GetDeclaringType() is { IsNil: false } outer; depth++)
        {
            name = $"{metadata.GetString(metadata.GetTypeDefinition(outer).Name)}.{name}";
            type = outer;
        }

        return name;
    }

    private static bool Knows(Allowlist allowlist, string key) =>
        allowlist.Api.ContainsKey(key) || allowlist.Emit.ContainsKey(key) || allowlist.EmitHelpersOnly.ContainsKey(key) || allowlist.Attributes.Contains(key);

    // A name with a dot or slash in it could be read as another type's by the runtime.
    private (string Key, bool IsOutside) Outermost(TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        for (var depth = 0; type.ResolutionScope.Kind == HandleKind.TypeReference && depth < MaxNesting; depth++)
        {
            type = metadata.GetTypeReference((TypeReferenceHandle)type.ResolutionScope);
        }

        var name = metadata.GetString(type.Name);
        var isPlain = name.AsSpan().IndexOfAny("./\\+") < 0;

        return (type.Namespace.IsNil ? name : $"{metadata.GetString(type.Namespace)}.{name}", isPlain && type.ResolutionScope.Kind == HandleKind.AssemblyReference);
    }
}
