using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace ScriptHost.Scripting;

/// <summary>
/// Writes the parameter types of a method as the allowlist does: <c>(System.Int32,System.String[])</c>, without the arguments of generic
/// types. Only for signatures that were walked before, since the decoder recurses.
/// </summary>
internal sealed class IlSignatureText : ISignatureTypeProvider<string, object?>
{
    private static readonly IlSignatureText Instance = new();

    /// <summary>The parameter types in parentheses; empty for a field.</summary>
    public static string Of(MetadataReader metadata, BlobHandle signature)
    {
        if (metadata.GetBlobReader(signature).ReadSignatureHeader().Kind != SignatureKind.Method)
        {
            return "";
        }

        var blob = metadata.GetBlobReader(signature);

        return $"({string.Join(',', new SignatureDecoder<string, object?>(Instance, metadata, null).DecodeMethodSignature(ref blob).ParameterTypes)})";
    }

    /// <inheritdoc/>
    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => $"System.{typeCode}";

    /// <inheritdoc/>
    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
    {
        var type = reader.GetTypeReference(handle);
        var name = reader.GetString(type.Name).Split('`')[0];

        return type.ResolutionScope.Kind == HandleKind.TypeReference ? $"{GetTypeFromReference(reader, (TypeReferenceHandle)type.ResolutionScope, 0)}.{name}"
            : type.Namespace.IsNil ? name
            : $"{reader.GetString(type.Namespace)}.{name}";
    }

    /// <inheritdoc/>
    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => reader.GetString(reader.GetTypeDefinition(handle).Name);

    /// <inheritdoc/>
    public string GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) => "?";

    /// <inheritdoc/>
    public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) =>
        genericType == "System.Nullable" ? $"{typeArguments[0]}?" : genericType;

    /// <inheritdoc/>
    public string GetSZArrayType(string elementType) => $"{elementType}[]";

    /// <inheritdoc/>
    public string GetArrayType(string elementType, ArrayShape shape) => $"{elementType}[{new string(',', shape.Rank - 1)}]";

    /// <inheritdoc/>
    public string GetByReferenceType(string elementType) => elementType;

    /// <inheritdoc/>
    public string GetPointerType(string elementType) => $"{elementType}*";

    /// <inheritdoc/>
    public string GetPinnedType(string elementType) => elementType;

    /// <inheritdoc/>
    public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => unmodifiedType;

    /// <inheritdoc/>
    public string GetFunctionPointerType(MethodSignature<string> signature) => "delegate*";

    /// <inheritdoc/>
    public string GetGenericMethodParameter(object? genericContext, int index) => $"!!{index}";

    /// <inheritdoc/>
    public string GetGenericTypeParameter(object? genericContext, int index) => $"!{index}";
}
