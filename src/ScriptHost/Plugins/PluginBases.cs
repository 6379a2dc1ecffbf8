using System.Reflection.Metadata;
using ScriptHost.Contract;

namespace ScriptHost.Plugins;

/// <summary>Follows the base types of a plugin's classes through its assemblies.</summary>
/// <param name="assemblies">The plugin's assemblies, by simple name.</param>
internal sealed class PluginBases(IReadOnlyDictionary<string, MetadataReader> assemblies)
{
    private const int MostBases = 100;

    /// <summary>Whether a type derives from <see cref="ClassScorer"/>.</summary>
    public bool IsScorer(MetadataReader metadata, TypeDefinition type)
    {
        for (var depth = 0; depth < MostBases; depth++)
        {
            switch (BaseOf(metadata, type))
            {
                // An interface has none.
                case { IsNil: true }:
                    return false;
                case { Kind: HandleKind.TypeDefinition } below:
                    type = metadata.GetTypeDefinition((TypeDefinitionHandle)below);
                    break;
                case { Kind: HandleKind.TypeReference } elsewhere:
                    var reference = metadata.GetTypeReference((TypeReferenceHandle)elsewhere);
                    if (AssemblyOf(metadata, reference) is not { } assembly)
                    {
                        return false;
                    }

                    if (assembly == typeof(ClassScorer).Assembly.GetName().Name)
                    {
                        return metadata.GetString(reference.Name) == nameof(ClassScorer) && metadata.GetString(reference.Namespace) == typeof(ClassScorer).Namespace;
                    }

                    if (!assemblies.TryGetValue(assembly, out var other) || Find(other, metadata, reference) is not { } found)
                    {
                        return false;
                    }

                    (metadata, type) = (other, found);
                    break;
                default:
                    return false;
            }
        }

        return false;
    }

    /// <summary>The full name of a type's base in the same assembly; empty when it lies elsewhere.</summary>
    public static string NameOfBase(MetadataReader metadata, TypeDefinition type)
    {
        if (BaseOf(metadata, type) is not { Kind: HandleKind.TypeDefinition } handle || handle.IsNil)
        {
            return "";
        }

        return FullName(metadata, metadata.GetTypeDefinition((TypeDefinitionHandle)handle));
    }

    /// <summary>A type's full name, as reflection has it.</summary>
    public static string FullName(MetadataReader metadata, TypeDefinition type)
    {
        var name = metadata.GetString(type.Name);
        if (!type.GetDeclaringType().IsNil)
        {
            return $"{FullName(metadata, metadata.GetTypeDefinition(type.GetDeclaringType()))}+{name}";
        }

        return type.Namespace.IsNil ? name : $"{metadata.GetString(type.Namespace)}.{name}";
    }

    // Of a generic base, the type that it is an instance of: ECMA-335 II.23.2.14.
    private static EntityHandle BaseOf(MetadataReader metadata, TypeDefinition type)
    {
        if (type.BaseType.IsNil || type.BaseType.Kind != HandleKind.TypeSpecification)
        {
            return type.BaseType;
        }

        var signature = metadata.GetBlobReader(metadata.GetTypeSpecification((TypeSpecificationHandle)type.BaseType).Signature);
        if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
        {
            return default;
        }

        signature.ReadSignatureTypeCode();

        return signature.ReadTypeHandle();
    }

    private static string? AssemblyOf(MetadataReader metadata, TypeReference reference) =>
        reference.ResolutionScope.Kind == HandleKind.AssemblyReference
            ? metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)reference.ResolutionScope).Name)
            : null;

    private static TypeDefinition? Find(MetadataReader other, MetadataReader metadata, TypeReference reference)
    {
        var (space, name) = (metadata.GetString(reference.Namespace), metadata.GetString(reference.Name));

        return other.TypeDefinitions.Select(other.GetTypeDefinition)
            .Where(t => !t.IsNested && other.GetString(t.Name) == name && other.GetString(t.Namespace) == space)
            .Select(t => (TypeDefinition?)t)
            .FirstOrDefault();
    }
}
