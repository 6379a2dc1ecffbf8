using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text;
using ScriptHost.Contract;

namespace ScriptHost.Scripting;

/// <summary>Looks at what surrounds an image's types: its headers, the tables that it may have, the assemblies that it asks for.</summary>
internal static class IlHeader
{
    private static readonly string ContractName = typeof(Feedback).Assembly.GetName().Name ?? "";

    private static readonly HashSet<string> Streams = new(StringComparer.Ordinal) { "#~", "#Strings", "#US", "#GUID", "#Blob" };

    // What the compiler writes no row of for a script. Some call native code, some lead to other files, some make the runtime read
    // other rows than this check does.
    private static readonly TableIndex[] Empty =
    [
        TableIndex.ModuleRef, TableIndex.ImplMap, TableIndex.File, TableIndex.ExportedType, TableIndex.ManifestResource, TableIndex.FieldMarshal,
        TableIndex.DeclSecurity, TableIndex.FieldLayout, TableIndex.FieldPtr, TableIndex.MethodPtr, TableIndex.ParamPtr, TableIndex.EventPtr,
        TableIndex.PropertyPtr, TableIndex.EncLog, TableIndex.EncMap, TableIndex.AssemblyOS, TableIndex.AssemblyProcessor, TableIndex.AssemblyRefOS,
        TableIndex.AssemblyRefProcessor,
    ];

    /// <summary>All that is wrong there.</summary>
    /// <param name="image">The image.</param>
    /// <param name="metadata">Its metadata.</param>
    /// <param name="allowlist">The list.</param>
    public static IEnumerable<IlFault> Check(PEReader image, MetadataReader metadata, Allowlist allowlist)
    {
        var headers = image.PEHeaders;
        if (headers is not { IsDll: true, PEHeader: { } pe, CorHeader: { Flags: CorFlags.ILOnly } managed }
            || managed is not { EntryPointTokenOrRelativeVirtualAddress: 0, ManagedNativeHeaderDirectory: { RelativeVirtualAddress: 0, Size: 0 }, VtableFixupsDirectory.Size: 0, ExportAddressTableJumpsDirectory.Size: 0, CodeManagerTableDirectory.Size: 0 }
            || pe is not { ExportTableDirectory.Size: 0, ThreadLocalStorageTableDirectory.Size: 0, DelayImportTableDirectory.Size: 0, ResourceTableDirectory.Size: 0 })
        {
            yield return new(Codes.ImageHeader, "It is not made of IL alone, as a library of a script is");
        }

        if (headers.CorHeader is { ResourcesDirectory.Size: not 0 })
        {
            yield return new(Codes.ImageTable, "It has resources");
        }

        foreach (var stream in StreamNames(image.GetMetadata().GetReader()))
        {
            yield return new(Codes.ImageMalformed, $"It has a metadata stream '{stream}' too many");
        }

        foreach (var table in Empty)
        {
            if (metadata.GetTableRowCount(table) > 0)
            {
                yield return new(Codes.ImageTable, $"It has a table {table}, which no script needs");
            }
        }

        foreach (var fault in References(metadata, allowlist))
        {
            yield return fault;
        }
    }

    private static IEnumerable<IlFault> References(MetadataReader metadata, Allowlist allowlist)
    {
        foreach (var handle in metadata.AssemblyReferences)
        {
            var reference = metadata.GetAssemblyReference(handle);
            var name = metadata.GetString(reference.Name);
            if ((name != ContractName && !allowlist.References.Contains(name)) || !reference.Culture.IsNil)
            {
                yield return new(Codes.ImageReference, $"The assembly '{name}' is not on the allowlist");
            }
        }
    }

    // Two streams of one name could be read by the runtime in another order than by this check (ECMA-335, II.24.2.1).
    private static List<string> StreamNames(BlobReader root)
    {
        root.Offset = 12;
        root.Offset = 16 + root.ReadInt32() + 2;
        var unexpected = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var count = root.ReadUInt16();
        for (var i = 0; i < count; i++)
        {
            root.Offset += 8;
            var name = new StringBuilder();
            for (var c = root.ReadByte(); c != 0; c = root.ReadByte())
            {
                name.Append((char)c);
            }

            root.Offset = (root.Offset + 3) & ~3;
            if (!seen.Add(name.ToString()) || !Streams.Contains(name.ToString()))
            {
                unexpected.Add(name.ToString());
            }
        }

        return unexpected;
    }
}
