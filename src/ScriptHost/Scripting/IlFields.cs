using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace ScriptHost.Scripting;

/// <summary>Looks at the fields that an image declares: no state that outlives a call, no data but the compiler's.</summary>
/// <param name="metadata">The image.</param>
/// <param name="types">The image's types.</param>
/// <param name="signatures">Checks signatures.</param>
internal sealed class IlFields(MetadataReader metadata, IlTypes types, IlSignatures signatures)
{
    private const FieldAttributes Unwanted = FieldAttributes.PinvokeImpl | FieldAttributes.HasFieldMarshal;

    /// <summary>What is wrong with a field; null when nothing is.</summary>
    public IlFault? Check(FieldDefinitionHandle handle)
    {
        var field = metadata.GetFieldDefinition(handle);
        if (signatures.OfField(field.Signature) is { } fault)
        {
            return fault with { Sentence = $"The field '{NameOf(handle)}' cannot be: {fault.Sentence}" };
        }

        if ((field.Attributes & Unwanted) != 0)
        {
            return new(Codes.ImageMethod, $"The field '{NameOf(handle)}' is one of native code");
        }

        if ((field.Attributes & FieldAttributes.HasFieldRVA) != 0)
        {
            return IsData(handle) ? null : new(Codes.ImageLayout, $"The field '{NameOf(handle)}' lies in the image, where only the compiler's constant data may");
        }

        return (field.Attributes & FieldAttributes.Static) != 0
            && (field.Attributes & (FieldAttributes.InitOnly | FieldAttributes.Literal)) == 0
            && !IsCompilersCache(field)
                ? new(Codes.ImageState, $"The field '{NameOf(handle)}' is static and can change")
                : null;
    }

    /// <summary>The size of the constant data that a field stands for, in bytes; 0 when it stands for none.</summary>
    public int DataSize(FieldDefinitionHandle handle)
    {
        if (!IsData(handle))
        {
            return 0;
        }

        var blob = metadata.GetBlobReader(metadata.GetFieldDefinition(handle).Signature);
        blob.ReadSignatureHeader();

        return blob.ReadSignatureTypeCode() switch
        {
            SignatureTypeCode.Boolean or SignatureTypeCode.SByte or SignatureTypeCode.Byte => 1,
            SignatureTypeCode.Char or SignatureTypeCode.Int16 or SignatureTypeCode.UInt16 => 2,
            SignatureTypeCode.Int32 or SignatureTypeCode.UInt32 or SignatureTypeCode.Single => 4,
            SignatureTypeCode.Int64 or SignatureTypeCode.UInt64 or SignatureTypeCode.Double => 8,
            SignatureTypeCode.TypeHandle when blob.ReadTypeHandle() is { Kind: HandleKind.TypeDefinition } type => metadata.GetTypeDefinition((TypeDefinitionHandle)type).GetLayout().Size,
            _ => 0,
        };
    }

    /// <summary>A field's name with that of its type, for people.</summary>
    public string NameOf(FieldDefinitionHandle handle)
    {
        var field = metadata.GetFieldDefinition(handle);

        return $"{types.NameOf(field.GetDeclaringType())}.{metadata.GetString(field.Name)}";
    }

    // Read-only, in the compiler's type, and of a kind that cannot hold references: a number, or a struct of a size without fields.
    private bool IsData(FieldDefinitionHandle handle)
    {
        var field = metadata.GetFieldDefinition(handle);
        const FieldAttributes Needed = FieldAttributes.Static | FieldAttributes.InitOnly | FieldAttributes.HasFieldRVA;
        if ((field.Attributes & Needed) != Needed || !types.IsHelper(field.GetDeclaringType()))
        {
            return false;
        }

        var blob = metadata.GetBlobReader(field.Signature);
        blob.ReadSignatureHeader();
        var code = blob.ReadSignatureTypeCode();
        if (code != SignatureTypeCode.TypeHandle)
        {
            return code is >= SignatureTypeCode.Boolean and <= SignatureTypeCode.Double;
        }

        return blob.ReadTypeHandle() is { Kind: HandleKind.TypeDefinition } type
            && metadata.GetTypeDefinition((TypeDefinitionHandle)type) is var definition
            && definition.GetDeclaringType() is { IsNil: false } outer && types.IsHelper(outer)
            && definition.GetFields().Count == 0
            && IsStruct(definition);
    }

    private bool IsStruct(TypeDefinition type) =>
        type.BaseType.Kind == HandleKind.TypeReference && types.Key((TypeReferenceHandle)type.BaseType) == "System.ValueType";

    // The compiler keeps delegates and arrays that never change in static fields of types that C# cannot name.
    private bool IsCompilersCache(FieldDefinition field)
    {
        var type = metadata.GetTypeDefinition(field.GetDeclaringType());
        if (!metadata.GetString(type.Name).StartsWith('<') || MetadataTokens.GetRowNumber(field.GetDeclaringType()) == 1)
        {
            return false;
        }

        var blob = metadata.GetBlobReader(field.Signature);
        blob.ReadSignatureHeader();
        var code = blob.ReadSignatureTypeCode();

        return code is SignatureTypeCode.GenericTypeInstance or SignatureTypeCode.TypeHandle
            || (code == SignatureTypeCode.SZArray && types.IsHelper(field.GetDeclaringType()));
    }
}
