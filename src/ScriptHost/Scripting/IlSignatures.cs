using System.Reflection.Metadata;

namespace ScriptHost.Scripting;

/// <summary>
/// Walks signatures and refuses what no verifiable C# has in them. An own walk, since a nested signature could exhaust the stack of a
/// recursive one: it goes only so deep.
/// </summary>
/// <param name="metadata">The image.</param>
/// <param name="types">Its types.</param>
internal sealed class IlSignatures(MetadataReader metadata, IlTypes types)
{
    private const int MaxDepth = 48;
    private const byte NativeInt = 0x18;
    private const byte NativeUnsigned = 0x19;

    // instance void (object, native int): what every delegate is made with.
    private static readonly byte[] DelegateConstructor = [0x20, 2, 0x01, 0x1C, NativeInt];

    // instance void (void*, int32): how the compiler makes a span over constant bytes.
    private static readonly byte[] DataSpanConstructor = [0x20, 2, 0x01, 0x0F, 0x01, 0x08];

    /// <summary>Whether a signature is that of a delegate's constructor.</summary>
    public bool IsDelegateConstructor(BlobHandle signature) => metadata.GetBlobReader(signature) is var blob && Equals(blob, DelegateConstructor);

    /// <summary>Whether a signature is that of a span's constructor over constant bytes.</summary>
    public bool IsDataSpanConstructor(BlobHandle signature) => metadata.GetBlobReader(signature) is var blob && Equals(blob, DataSpanConstructor);

    /// <summary>What is wrong with a method's signature; null when nothing is.</summary>
    public IlFault? OfMethod(BlobHandle signature)
    {
        var blob = metadata.GetBlobReader(signature);
        var header = blob.ReadSignatureHeader();
        if (header.Kind != SignatureKind.Method || header.CallingConvention != SignatureCallingConvention.Default || header.HasExplicitThis)
        {
            return Fault($"It has the calling convention {header.CallingConvention}");
        }

        if (header.IsGeneric)
        {
            blob.ReadCompressedInteger();
        }

        var parameters = blob.ReadCompressedInteger();
        var fault = Type(ref blob, 0, isByRefAllowed: true);
        for (var i = 0; i < parameters && fault is null; i++)
        {
            fault = Type(ref blob, 0, isByRefAllowed: true);
        }

        return fault ?? AtEnd(blob);
    }

    /// <summary>What is wrong with a field's signature; null when nothing is.</summary>
    public IlFault? OfField(BlobHandle signature)
    {
        var blob = metadata.GetBlobReader(signature);

        // A field may be a reference only in a ref struct; the runtime sees to that.
        return blob.ReadSignatureHeader().Kind == SignatureKind.Field ? Type(ref blob, 0, isByRefAllowed: true) ?? AtEnd(blob) : Fault("It is no field");
    }

    /// <summary>What is wrong with the local variables of a method; null when nothing is.</summary>
    public IlFault? OfLocals(StandaloneSignatureHandle signature) =>
        OfList(metadata.GetBlobReader(metadata.GetStandaloneSignature(signature).Signature), SignatureKind.LocalVariables, isByRefAllowed: true);

    /// <summary>What is wrong with the arguments of a generic method; null when nothing is.</summary>
    public IlFault? OfArguments(BlobHandle signature) =>
        OfList(metadata.GetBlobReader(signature), SignatureKind.MethodSpecification, isByRefAllowed: false);

    /// <summary>What is wrong with a constructed type; null when nothing is.</summary>
    public IlFault? OfType(TypeSpecificationHandle type)
    {
        var blob = metadata.GetBlobReader(metadata.GetTypeSpecification(type).Signature);

        return Type(ref blob, 0, isByRefAllowed: false) ?? AtEnd(blob);
    }

    /// <summary>The type that a constructed one is made from: a definition or reference; nil for arrays and type parameters.</summary>
    /// <param name="type">The constructed type.</param>
    /// <param name="isArray">Whether it is an array.</param>
    public EntityHandle RootOf(TypeSpecificationHandle type, out bool isArray)
    {
        var blob = metadata.GetBlobReader(metadata.GetTypeSpecification(type).Signature);
        var code = blob.ReadSignatureTypeCode();
        isArray = code is SignatureTypeCode.Array or SignatureTypeCode.SZArray;
        if (code == SignatureTypeCode.GenericTypeInstance)
        {
            code = blob.ReadSignatureTypeCode();
        }

        return code == SignatureTypeCode.TypeHandle ? blob.ReadTypeHandle() : default;
    }

    private IlFault? OfList(BlobReader blob, SignatureKind kind, bool isByRefAllowed)
    {
        if (blob.ReadSignatureHeader().Kind != kind)
        {
            return Fault($"It is no {kind}");
        }

        IlFault? fault = null;
        var count = blob.ReadCompressedInteger();
        for (var i = 0; i < count && fault is null; i++)
        {
            fault = Type(ref blob, 0, isByRefAllowed);
        }

        return fault ?? AtEnd(blob);
    }

    private IlFault? Type(ref BlobReader blob, int depth, bool isByRefAllowed)
    {
        if (depth > MaxDepth)
        {
            return Fault($"It is nested more than {MaxDepth} deep");
        }

        var code = blob.ReadCompressedInteger();
        switch (code)
        {
            case >= 0x01 and <= 0x0E or 0x1C:
                return null;
            case NativeInt or NativeUnsigned:
                return Fault("It has a native integer, which could be an address");
            case 0x10 when isByRefAllowed:
                return Type(ref blob, depth + 1, isByRefAllowed: false);
            case 0x10:
                return Fault("It has a reference where none can be");
            case 0x11 or 0x12:
                return types.FaultOf(blob.ReadTypeHandle());
            case 0x13 or 0x1E:
                blob.ReadCompressedInteger();
                return null;
            case 0x14:
                return Type(ref blob, depth + 1, isByRefAllowed: false) ?? Shape(ref blob);
            case 0x15:
                return Generic(ref blob, depth);
            case 0x1D:
                return Type(ref blob, depth + 1, isByRefAllowed: false);
            case 0x1F or 0x20:
                return types.FaultOf(blob.ReadTypeHandle()) ?? Type(ref blob, depth + 1, isByRefAllowed);
            case 0x0F:
                return Fault("It has a pointer");
            case 0x16:
                return Fault("It has a typed reference");
            case 0x1B:
                return Fault("It has a function pointer");
            case 0x45:
                return Fault("It has a pinned variable");
            default:
                return Fault(code == 0x41 ? "It takes any number of arguments" : $"It has an element of the unknown kind 0x{code:X2}");
        }
    }

    private IlFault? Generic(ref BlobReader blob, int depth)
    {
        if (blob.ReadCompressedInteger() is not (0x11 or 0x12))
        {
            return Fault("It makes something generic that is no type");
        }

        var fault = types.FaultOf(blob.ReadTypeHandle());
        var count = blob.ReadCompressedInteger();
        for (var i = 0; i < count && fault is null; i++)
        {
            fault = Type(ref blob, depth + 1, isByRefAllowed: false);
        }

        return fault;
    }

    private static IlFault? Shape(ref BlobReader blob)
    {
        blob.ReadCompressedInteger();
        for (var list = 0; list < 2; list++)
        {
            var count = blob.ReadCompressedInteger();
            for (var i = 0; i < count; i++)
            {
                // Bounds are signed and sizes are not; both take the same bytes.
                blob.ReadCompressedInteger();
            }
        }

        return null;
    }

    private static IlFault? AtEnd(BlobReader blob) => blob.RemainingBytes == 0 ? null : Fault("It goes on after its end");

    private static bool Equals(BlobReader blob, byte[] expected) => blob.Length == expected.Length && blob.ReadBytes(expected.Length).AsSpan().SequenceEqual(expected);

    private static IlFault Fault(string sentence) => new(Codes.ImageSignature, sentence);
}
