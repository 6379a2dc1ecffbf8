using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;

namespace ScriptHost.Trust;

/// <summary>
/// Reads from assemblies what they reach for, by the types and members that they name. It is for people to look at, not a check: what is
/// called by reflection, or from native code, has no name here.
/// </summary>
internal sealed class CodeReach
{
    private readonly SortedDictionary<int, SortedSet<string>> found = [];

    /// <summary>What was found, by topic, the weightiest first; names without their signatures.</summary>
    public IEnumerable<(string Topic, IReadOnlyCollection<string> Names)> Topics => found.Select(f => (CodeTopic.All[f.Key], (IReadOnlyCollection<string>)f.Value));

    /// <summary>The needs that the topics point to, sorted. Whether a library counts as native is for <see cref="AddNative"/>.</summary>
    public IReadOnlyList<TrustNeed> Needs => [.. Topics.Select(t => CodeTopic.NeedOf(t.Topic)).Concat(HasLibraries ? [TrustNeed.Native] : []).OfType<TrustNeed>().Distinct().Order()];

    private bool HasLibraries { get; set; }

    /// <summary>Reads a file.</summary>
    /// <param name="image">Its bytes.</param>
    /// <returns>Whether it is an assembly of .NET.</returns>
    public bool Add(byte[] image)
    {
        // The image may be hostile; what cannot be read will not load either.
        try
        {
            using var file = new PEReader(ImmutableCollectionsMarshal.AsImmutableArray(image));
            if (!file.HasMetadata)
            {
                return false;
            }

            Add(file, file.GetMetadataReader());

            return true;
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }

    /// <summary>Notes a library that is not .NET's.</summary>
    /// <param name="name">Its name.</param>
    public void AddNative(string name)
    {
        HasLibraries = true;
        Note(CodeTopic.Native, name);
    }

    private void Add(PEReader file, MetadataReader metadata)
    {
        if (file.PEHeaders.CorHeader is { } header && !header.Flags.HasFlag(CorFlags.ILOnly))
        {
            AddNative("code of the processor in the assembly itself");
        }

        foreach (var method in metadata.MethodDefinitions.Select(metadata.GetMethodDefinition).Where(m => m.Attributes.HasFlag(MethodAttributes.PinvokeImpl)))
        {
            var import = method.GetImport();
            AddNative(import.Module.IsNil ? "an unnamed library" : $"{metadata.GetString(metadata.GetModuleReference(import.Module).Name)}!{metadata.GetString(import.Name.IsNil ? method.Name : import.Name)}");
        }

        foreach (var type in metadata.TypeReferences)
        {
            Note($"{NameOf(metadata, type)}.");
        }

        foreach (var member in metadata.MemberReferences.Select(metadata.GetMemberReference))
        {
            if (OwnerOf(metadata, member.Parent) is { } owner)
            {
                Note($"{owner}.{metadata.GetString(member.Name)}");
            }
        }
    }

    private void Note(string name)
    {
        // Attributes say something about code, they do nothing.
        if (!name.Contains("Attribute.", StringComparison.Ordinal) && CodeTopic.Of(name) is { } topic)
        {
            Note(topic, name);
        }
    }

    private void Note(string topic, string name)
    {
        var at = CodeTopic.All.Select((t, i) => (t, i)).First(t => t.t == topic).i;
        var names = found.TryGetValue(at, out var known) ? known : found[at] = new(StringComparer.Ordinal);

        // A type is worth a line only while none of its members is.
        if (name.EndsWith('.') && !names.Any(n => n.StartsWith(name, StringComparison.Ordinal)))
        {
            names.Add(name.TrimEnd('.'));
        }
        else if (!name.EndsWith('.'))
        {
            names.RemoveWhere(n => name.StartsWith($"{n}.", StringComparison.Ordinal) && !n.Contains('!', StringComparison.Ordinal));
            names.Add(name);
        }
    }

    private static string? OwnerOf(MetadataReader metadata, EntityHandle parent)
    {
        if (parent.Kind == HandleKind.TypeReference)
        {
            return NameOf(metadata, (TypeReferenceHandle)parent);
        }

        if (parent.Kind != HandleKind.TypeSpecification)
        {
            return null;
        }

        var signature = metadata.GetBlobReader(metadata.GetTypeSpecification((TypeSpecificationHandle)parent).Signature);
        if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
        {
            return null;
        }

        signature.ReadSignatureTypeCode();

        return signature.ReadTypeHandle() is { Kind: HandleKind.TypeReference } handle ? NameOf(metadata, (TypeReferenceHandle)handle) : null;
    }

    private static string NameOf(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        var name = metadata.GetString(type.Name);

        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{NameOf(metadata, (TypeReferenceHandle)type.ResolutionScope)}.{name}"
            : type.Namespace.IsNil ? name : $"{metadata.GetString(type.Namespace)}.{name}";
    }
}
