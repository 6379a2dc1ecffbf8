using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace ScriptHost.Scripting;

/// <summary>The members that an image names, held against the allowlist once a row.</summary>
internal sealed class IlMembers
{
    private static readonly HashSet<string> OfArrays = new(StringComparer.Ordinal) { ".ctor", "Get", "Set", "Address" };

    private readonly MetadataReader metadata;
    private readonly Allowlist allowlist;
    private readonly IlTypes types;
    private readonly IlSignatures signatures;
    private readonly (IlUse Use, IlFault? Fault)[] verdicts;
    private readonly IlFault?[] specifications;

    /// <summary>Looks at all members that an image refers to.</summary>
    /// <param name="metadata">The image.</param>
    /// <param name="allowlist">The list.</param>
    /// <param name="types">The image's types.</param>
    /// <param name="signatures">Checks signatures.</param>
    public IlMembers(MetadataReader metadata, Allowlist allowlist, IlTypes types, IlSignatures signatures)
    {
        this.metadata = metadata;
        this.allowlist = allowlist;
        this.types = types;
        this.signatures = signatures;
        verdicts = new (IlUse, IlFault?)[metadata.GetTableRowCount(TableIndex.MemberRef) + 1];
        foreach (var handle in metadata.MemberReferences)
        {
            var verdict = Judge(metadata.GetMemberReference(handle));
            verdicts[MetadataTokens.GetRowNumber(handle)] = verdict.Fault is null ? verdict : (IlUse.Nowhere, verdict.Fault);
        }

        specifications = new IlFault?[metadata.GetTableRowCount(TableIndex.MethodSpec) + 1];
        for (var row = 1; row < specifications.Length; row++)
        {
            specifications[row] = signatures.OfArguments(metadata.GetMethodSpecification(MetadataTokens.MethodSpecificationHandle(row)).Signature);
        }
    }

    /// <summary>Where a member may be used, and what is wrong with it if that is nowhere.</summary>
    public (IlUse Use, IlFault? Fault) this[MemberReferenceHandle member] => verdicts[MetadataTokens.GetRowNumber(member)];

    /// <summary>Where a method may be used, and what is wrong with it if that is nowhere.</summary>
    /// <param name="method">A method's own row, a reference, or a generic one with its arguments.</param>
    public (IlUse Use, IlFault? Fault) OfMethod(EntityHandle method)
    {
        switch (method.Kind)
        {
            case HandleKind.MethodDefinition:
                var definition = metadata.GetMethodDefinition((MethodDefinitionHandle)method);

                return (metadata.StringComparer.Equals(definition.Name, ".ctor") && signatures.IsDelegateConstructor(definition.Signature)
                    ? IlUse.ForDelegates
                    : metadata.StringComparer.Equals(definition.Name, HashUse.Method) ? IlUse.InHashes : IlUse.Anywhere, null);
            case HandleKind.MemberReference when metadata.GetMemberReference((MemberReferenceHandle)method).GetKind() == MemberReferenceKind.Method:
                return this[(MemberReferenceHandle)method];
            case HandleKind.MethodSpecification when specifications[MetadataTokens.GetRowNumber(method)] is { } fault:
                return (IlUse.Nowhere, fault);
            case HandleKind.MethodSpecification
                when metadata.GetMethodSpecification((MethodSpecificationHandle)method).Method is { Kind: HandleKind.MethodDefinition or HandleKind.MemberReference } generic:
                return OfMethod(generic);
            default:
                return (IlUse.Nowhere, new(Codes.ImageMalformed, $"A {method.Kind} stands where a method must"));
        }
    }

    /// <summary>The name of a member with that of its type, for people.</summary>
    public string NameOf(MemberReferenceHandle member)
    {
        var reference = metadata.GetMemberReference(member);
        var parent = Root(reference.Parent, out _);
        var type = parent.Kind switch
        {
            HandleKind.TypeReference => types.Key((TypeReferenceHandle)parent),
            HandleKind.TypeDefinition => types.NameOf((TypeDefinitionHandle)parent),
            _ => "",
        };

        return $"{type}.{metadata.GetString(reference.Name)}";
    }

    /// <summary>The full name of the type that a member is of; empty when it is none of somebody else's.</summary>
    public string OwnerOf(MemberReferenceHandle member) =>
        Root(metadata.GetMemberReference(member).Parent, out _) is { Kind: HandleKind.TypeReference } parent ? types.Key((TypeReferenceHandle)parent) : "";

    private (IlUse Use, IlFault? Fault) Judge(MemberReference member)
    {
        var name = metadata.GetString(member.Name);
        var parent = Root(member.Parent, out var isArray);
        var unlisted = new IlFault(Codes.ImageMember, $"'{NameOf(parent, name)}' is not on the allowlist");
        if (parent.Kind == HandleKind.TypeReference && types.FaultOf(parent) is not null)
        {
            return (IlUse.Nowhere, unlisted);
        }

        var special = Special(parent, name, member.Signature);
        var fault = (member.Parent.Kind == HandleKind.TypeSpecification ? signatures.OfType((TypeSpecificationHandle)member.Parent) : null)
            ?? (special is not null ? null : member.GetKind() == MemberReferenceKind.Method ? signatures.OfMethod(member.Signature) : signatures.OfField(member.Signature));
        if (fault is not null)
        {
            return (IlUse.Nowhere, fault with { Sentence = $"'{NameOf(parent, name)}' cannot be used: {fault.Sentence}" });
        }

        var use = parent.Kind switch
        {
            HandleKind.TypeReference => Outside(types.Key((TypeReferenceHandle)parent), name, member.Signature, special),
            HandleKind.TypeDefinition when !parent.IsNil => special ?? (name == HashUse.Method ? IlUse.InHashes : IlUse.Anywhere),
            _ when isArray && OfArrays.Contains(name) => IlUse.Anywhere,
            _ => IlUse.Nowhere,
        };

        return (use, use == IlUse.Nowhere ? unlisted : null);
    }

    // The two constructors that take an address: each is let through where the address is known to be a right one.
    private IlUse? Special(EntityHandle parent, string name, BlobHandle signature)
    {
        if (name != ".ctor")
        {
            return null;
        }

        if (signatures.IsDelegateConstructor(signature))
        {
            return IlUse.ForDelegates;
        }

        return parent.Kind == HandleKind.TypeReference && types.Key((TypeReferenceHandle)parent) == "System.ReadOnlySpan`1" && signatures.IsDataSpanConstructor(signature)
            ? IlUse.ForData
            : null;
    }

    private IlUse Outside(string type, string name, BlobHandle signature, IlUse? special)
    {
        var isEmitted = Permits(allowlist.Emit, type, name, signature);
        if (isEmitted && type.EndsWith("Attribute", StringComparison.Ordinal))
        {
            return name == ".ctor" ? IlUse.AsAttribute : IlUse.Nowhere;
        }

        if (isEmitted || Permits(allowlist.Api, type, name, signature))
        {
            return special ?? (HashUse.Gives(type, name) ? IlUse.InHashes : IlUse.Anywhere);
        }

        if (Permits(allowlist.EmitHelpersOnly, type, name, signature))
        {
            return IlUse.InHelpers;
        }

        return name == ".ctor" && allowlist.Attributes.Contains(type) ? IlUse.AsAttribute : IlUse.Nowhere;
    }

    private bool Permits(IReadOnlyDictionary<string, TypeRule> rules, string type, string name, BlobHandle signature) =>
        rules.TryGetValue(type, out var rule) && rule.Permits(name, rule.HasSignatures ? IlSignatureText.Of(metadata, signature) : "");

    private EntityHandle Root(EntityHandle parent, out bool isArray)
    {
        isArray = false;

        return parent.Kind == HandleKind.TypeSpecification ? signatures.RootOf((TypeSpecificationHandle)parent, out isArray) : parent;
    }

    private string NameOf(EntityHandle parent, string name) => parent.Kind switch
    {
        HandleKind.TypeReference => $"{types.Key((TypeReferenceHandle)parent)}.{name}",
        HandleKind.TypeDefinition => $"{types.NameOf((TypeDefinitionHandle)parent)}.{name}",
        _ => name,
    };
}
