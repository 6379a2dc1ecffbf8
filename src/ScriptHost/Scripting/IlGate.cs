using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;

namespace ScriptHost.Scripting;

/// <summary>
/// Holds a compiled script against the allowlist by its metadata and IL, whoever compiled it: default deny, on every load. It looks at
/// what an image names, not at whether its code is type-safe; for that the process that runs it is the bound.
/// </summary>
internal sealed class IlGate
{
    /// <summary>The largest image that is looked at, in bytes.</summary>
    public const int MaxImage = 4 * 1024 * 1024;

    private const int UsualFindings = 100;

    private readonly string path;
    private readonly PEReader image;
    private readonly MetadataReader metadata;
    private readonly Allowlist allowlist;
    private readonly int most;
    private readonly List<Diagnostic> found = [];

    private IlGate(string path, PEReader image, Allowlist allowlist, int most)
    {
        this.most = most;
        this.path = path;
        this.image = image;
        this.allowlist = allowlist;
        metadata = image.GetMetadataReader(MetadataReaderOptions.None);
    }

    /// <summary>All that is wrong with an image; empty when it may run. Never throws.</summary>
    /// <param name="path">The script's file, for people.</param>
    /// <param name="bytes">The image, which nobody changes any more.</param>
    /// <param name="allowlist">What it may use.</param>
    /// <param name="most">How many findings are enough.</param>
    public static IReadOnlyList<Diagnostic> Check(string path, byte[] bytes, Allowlist allowlist, int most = UsualFindings)
    {
        if (bytes.Length > MaxImage)
        {
            return [Fault(path, Codes.ImageTooLarge, $"The compiled image of '{path}' has {bytes.Length} bytes; it may have {MaxImage}.")];
        }

        // What reads the image is not ours and the image may be hostile: whatever it throws speaks of the image.
        try
        {
            using var image = new PEReader(ImmutableCollectionsMarshal.AsImmutableArray(bytes));
            if (!image.HasMetadata)
            {
                return [Fault(path, Codes.ImageMalformed, $"The compiled image of '{path}' holds no code of .NET.")];
            }

            return new IlGate(path, image, allowlist, most).Check();
        }
        catch (Exception fault)
        {
            return [Fault(path, Codes.ImageMalformed, $"The compiled image of '{path}' cannot be read ({fault.GetType().Name}: {fault.Message.Split('\n', 2)[0].Trim().TrimEnd('.')}).")];
        }
    }

    private List<Diagnostic> Check()
    {
        AddAll(IlHeader.Check(image, metadata, allowlist));
        var types = new IlTypes(metadata, allowlist);
        var signatures = new IlSignatures(metadata, types);
        var members = new IlMembers(metadata, allowlist, types, signatures);
        var declarations = new IlDeclarations(metadata, allowlist, types, members, signatures);
        var fields = new IlFields(metadata, types, signatures);
        var methods = new IlMethods(metadata, allowlist, types, declarations, signatures);
        var bodies = new IlBody(metadata, types, members, fields, declarations);
        using var places = new IlPlaces(image);
        foreach (var handle in metadata.MethodDefinitions)
        {
            var method = metadata.GetMethodDefinition(handle);
            foreach (var (fault, offset) in OfMethod(handle, method, methods, bodies, signatures))
            {
                var (line, column) = places.Of(handle, offset);
                Add(line, column, fault.Code, $"{fault.Sentence}; found in '{methods.NameOf(method)}' of the compiled image.");
            }
        }

        AddAll(Declared(declarations, fields));
        AddAll(Unused(types, members, signatures));

        return found;
    }

    private IEnumerable<(IlFault Fault, int Offset)> OfMethod(
        MethodDefinitionHandle handle,
        MethodDefinition method,
        IlMethods methods,
        IlBody bodies,
        IlSignatures signatures)
    {
        if (methods.Check(method) is { } wrong)
        {
            yield return (wrong, 0);
        }

        if (method.RelativeVirtualAddress == 0)
        {
            yield break;
        }

        var body = image.GetMethodBody(method.RelativeVirtualAddress);
        if (!body.LocalSignature.IsNil)
        {
            if (!body.LocalVariablesInitialized)
            {
                yield return (new(Codes.ImageInstruction, "It does not clear its variables"), 0);
            }

            if (signatures.OfLocals(body.LocalSignature) is { } locals)
            {
                yield return (locals, 0);
            }
        }

        var code = IlCode.Of(body, out var fault);
        if (fault is not null)
        {
            yield return (fault, code.Instructions is [.., var last] ? last.Offset : 0);
        }

        foreach (var finding in bodies.Check(handle, code))
        {
            yield return finding;
        }
    }

    // In loops, as all of the check: LINQ over handles, which are structs, is compiled at every start of the program.
    private IEnumerable<IlFault?> Declared(IlDeclarations declarations, IlFields fields)
    {
        foreach (var type in metadata.TypeDefinitions)
        {
            foreach (var fault in declarations.Check(type))
            {
                yield return fault;
            }
        }

        foreach (var field in metadata.FieldDefinitions)
        {
            yield return fields.Check(field);
        }

        foreach (var attribute in metadata.CustomAttributes)
        {
            yield return declarations.OfAttribute(attribute);
        }
    }

    // Rows that no code used are not let through either: something other than code may use them.
    private IEnumerable<IlFault?> Unused(IlTypes types, IlMembers members, IlSignatures signatures)
    {
        foreach (var type in metadata.TypeReferences)
        {
            yield return types.FaultOf(type);
        }

        foreach (var member in metadata.MemberReferences)
        {
            yield return members[member].Fault;
        }

        for (var row = 1; row <= metadata.GetTableRowCount(TableIndex.TypeSpec); row++)
        {
            yield return signatures.OfType(MetadataTokens.TypeSpecificationHandle(row));
        }

        for (var row = 1; row <= metadata.GetTableRowCount(TableIndex.MethodSpec); row++)
        {
            yield return members.OfMethod(MetadataTokens.MethodSpecificationHandle(row)).Fault;
        }
    }

    private void AddAll(IEnumerable<IlFault?> faults)
    {
        foreach (var fault in faults.OfType<IlFault>().Where(f => !found.Exists(d => d.Message.StartsWith($"{f.Sentence};", StringComparison.Ordinal))))
        {
            Add(0, 0, fault.Code, $"{fault.Sentence}; found in the compiled image.");
        }
    }

    private void Add(int line, int column, string code, string message)
    {
        var diagnostic = new Diagnostic(path, line, column, code, Severity.Error, message);
        if (found.Count < most && !found.Contains(diagnostic))
        {
            found.Add(diagnostic);
        }
    }

    private static Diagnostic Fault(string path, string code, string message) => new(path, 0, 0, code, Severity.Error, message);
}
