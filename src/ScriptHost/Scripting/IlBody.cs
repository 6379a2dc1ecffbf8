using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace ScriptHost.Scripting;

/// <summary>Looks at the code of one method after the other: what it calls, reads, writes and makes.</summary>
/// <param name="metadata">The image.</param>
/// <param name="types">The image's types.</param>
/// <param name="members">The members that it refers to.</param>
/// <param name="fields">The fields that it declares.</param>
/// <param name="declarations">Checks types in any place.</param>
internal sealed class IlBody(MetadataReader metadata, IlTypes types, IlMembers members, IlFields fields, IlDeclarations declarations)
{
    // What the compiler's helpers for inline arrays are called.
    private const string HelperPrefix = "InlineArray";

    // Records compare their types; nothing else in a script has to do with one.
    private const string RecordType = "get_EqualityContract";

    /// <summary>All that is wrong in a method's code.</summary>
    /// <param name="handle">The method.</param>
    /// <param name="code">Its code.</param>
    public IEnumerable<(IlFault Fault, int Offset)> Check(MethodDefinitionHandle handle, IlCode code)
    {
        var method = metadata.GetMethodDefinition(handle);
        var instructions = code.Instructions;
        for (var i = 0; i < instructions.Count; i++)
        {
            var at = instructions[i];
            var fault = at.Operand switch
            {
                IlOperand.Method => OfMethod(method, code, i),
                IlOperand.Field => OfField(method, at),
                IlOperand.Type => OfType(at.Value),
                IlOperand.Token => OfToken(method, at.Value),
                IlOperand.Text when (uint)at.Value >> 24 != 0x70 => new(Codes.ImageMalformed, "It has a text that is none"),
                _ => null,
            };
            if (fault is not null)
            {
                yield return (fault, at.Offset);
            }
        }
    }

    private IlFault? OfMethod(MethodDefinition method, IlCode code, int index)
    {
        var at = code.Instructions[index];
        var (use, fault) = members.OfMethod(MetadataTokens.EntityHandle(at.Value));
        var isPointer = at.Code is ILOpCode.Ldftn or ILOpCode.Ldvirtftn;
        if (fault is null && isPointer && !IsDelegateNext(code, index))
        {
            return new(Codes.ImageInstruction, "It takes the address of a method for something else than a delegate");
        }

        return fault ?? use switch
        {
            IlUse.Anywhere => null,
            IlUse.InHashes => HashUse.IsFor(metadata.GetString(method.Name)) ? null : new(Codes.ImageHash, $"'{NameOf(at.Value)}' gives another number in every process; only a {HashUse.Method} may use it"),
            IlUse.InHelpers => IsHelper(method) && !isPointer ? null : new(Codes.ImageHelper, $"'{NameOf(at.Value)}' is for the compiler's own helpers alone"),
            IlUse.ForDelegates => at.Code == ILOpCode.Newobj && IsAfterAddress(code, index) ? null : new(Codes.ImageInstruction, "It makes a delegate of something else than a method"),
            IlUse.ForData => IsOverData(code, index) ? null : new(Codes.ImageInstruction, "It makes a span over something else than constant data"),
            _ => new(Codes.ImageMember, $"'{NameOf(at.Value)}' is not on the allowlist"),
        };
    }

    private bool IsDelegateNext(IlCode code, int index) =>
        index + 1 < code.Instructions.Count && code.Instructions[index + 1] is { Code: ILOpCode.Newobj } next && !code.IsTarget(next)
            && members.OfMethod(MetadataTokens.EntityHandle(next.Value)).Use == IlUse.ForDelegates;

    private static bool IsAfterAddress(IlCode code, int index) =>
        index > 0 && code.Instructions[index - 1].Code is ILOpCode.Ldftn or ILOpCode.Ldvirtftn && !code.IsTarget(code.Instructions[index]);

    // ldsflda of constant data, its length, newobj: and the length is no more than there is, and each element one byte.
    private bool IsOverData(IlCode code, int index)
    {
        if (index < 2 || code.Instructions[index].Code != ILOpCode.Newobj || code.IsTarget(code.Instructions[index]) || code.IsTarget(code.Instructions[index - 1]))
        {
            return false;
        }

        var (data, length) = (code.Instructions[index - 2], code.Instructions[index - 1].Constant);

        return data.Code == ILOpCode.Ldsflda
            && MetadataTokens.EntityHandle(data.Value) is { Kind: HandleKind.FieldDefinition } field
            && length >= 0 && length <= fields.DataSize((FieldDefinitionHandle)field)
            && IsSpanOfBytes(code.Instructions[index].Value);
    }

    private bool IsSpanOfBytes(int constructor)
    {
        var member = metadata.GetMemberReference((MemberReferenceHandle)MetadataTokens.EntityHandle(constructor));
        if (member.Parent.Kind != HandleKind.TypeSpecification)
        {
            return false;
        }

        // GENERICINST VALUETYPE ReadOnlySpan`1 1 (BOOLEAN, I1 or U1)
        var blob = metadata.GetBlobReader(metadata.GetTypeSpecification((TypeSpecificationHandle)member.Parent).Signature);
        blob.Offset = blob.Length - 2;

        return blob.ReadByte() == 1 && blob.ReadByte() is 0x02 or 0x04 or 0x05;
    }

    private bool IsHelper(MethodDefinition method) =>
        types.IsHelper(method.GetDeclaringType()) && metadata.GetString(method.Name).StartsWith(HelperPrefix, StringComparison.Ordinal);

    private IlFault? OfField(MethodDefinition method, IlInstruction at)
    {
        switch (MetadataTokens.EntityHandle(at.Value))
        {
            case { Kind: HandleKind.FieldDefinition } own:
                var field = metadata.GetFieldDefinition((FieldDefinitionHandle)own);
                var isSetUp = metadata.StringComparer.Equals(method.Name, ".cctor") && method.GetDeclaringType() == field.GetDeclaringType();

                return at.Code == ILOpCode.Stsfld && (field.Attributes & FieldAttributes.InitOnly) != 0 && !isSetUp
                    ? new(Codes.ImageState, $"It changes '{fields.NameOf((FieldDefinitionHandle)own)}', which is read-only")
                    : null;
            case { Kind: HandleKind.MemberReference } other when metadata.GetMemberReference((MemberReferenceHandle)other).GetKind() == MemberReferenceKind.Field:
                return OfReference((MemberReferenceHandle)other, at);
            default:
                return new(Codes.ImageMalformed, "Something else stands where a field must");
        }
    }

    private IlFault? OfReference(MemberReferenceHandle member, IlInstruction at)
    {
        var (use, fault) = members[member];
        if (fault is not null)
        {
            return fault;
        }

        // Of what is not the script's own, only tuples have fields that may be set.
        var owner = members.OwnerOf(member);
        var isSet = at.Code is ILOpCode.Stfld or ILOpCode.Stsfld;

        return use == IlUse.Anywhere && (!isSet || owner.Length == 0 || owner.StartsWith("System.ValueTuple`", StringComparison.Ordinal))
            ? null
            : new(Codes.ImageMember, $"'{members.NameOf(member)}' may not be set");
    }

    private IlFault? OfType(int token) => declarations.OfAny(MetadataTokens.EntityHandle(token));

    private IlFault? OfToken(MethodDefinition method, int token)
    {
        var handle = MetadataTokens.EntityHandle(token);
        var isRight = handle.Kind switch
        {
            HandleKind.FieldDefinition => fields.DataSize((FieldDefinitionHandle)handle) > 0,
            HandleKind.TypeDefinition or HandleKind.TypeSpecification =>
                metadata.StringComparer.Equals(method.Name, RecordType) && declarations.OfAny(handle) is null && declarations.RootOf(handle).Kind == HandleKind.TypeDefinition,
            _ => false,
        };

        return isRight ? null : new(Codes.ImageInstruction, "It takes a type, method or field as a value, which opens the door to reflection");
    }

    private string NameOf(int token)
    {
        var handle = MetadataTokens.EntityHandle(token);
        if (handle.Kind == HandleKind.MethodSpecification)
        {
            handle = metadata.GetMethodSpecification((MethodSpecificationHandle)handle).Method;
        }

        return handle.Kind == HandleKind.MemberReference
            ? members.NameOf((MemberReferenceHandle)handle)
            : metadata.GetString(metadata.GetMethodDefinition((MethodDefinitionHandle)handle).Name);
    }
}
