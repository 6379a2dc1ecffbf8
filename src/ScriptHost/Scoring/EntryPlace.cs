using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace ScriptHost.Scoring;

/// <summary>Finds where a method's code begins, from the debug information that the image embeds.</summary>
internal static class EntryPlace
{
    /// <summary>Line and column, 1-based; line 1, column 1 when the image does not tell, and of a method that is not the image's own.</summary>
    public static (int Line, int Column) Of(ReadOnlyMemory<byte> image, MethodInfo method)
    {
        using var assembly = new PEReader(ImmutableArray.Create(image.Span));
        var metadata = assembly.GetMetadataReader();
        if (metadata.GetGuid(metadata.GetModuleDefinition().Mvid) != method.Module.ModuleVersionId)
        {
            return (1, 1);
        }

        var embedded = assembly.ReadDebugDirectory().FirstOrDefault(e => e.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
        if (embedded.DataSize == 0 || MetadataTokens.EntityHandle(method.MetadataToken) is not { Kind: HandleKind.MethodDefinition } handle)
        {
            return (1, 1);
        }

        using var provider = assembly.ReadEmbeddedPortablePdbDebugDirectoryData(embedded);
        var reader = provider.GetMetadataReader();
        var definition = (MethodDefinitionHandle)handle;

        // The code of an async method or an iterator lies in another method, which knows where it comes from.
        var moved = reader.MethodDebugInformation.Select(reader.GetMethodDebugInformation)
            .Where(m => m.GetStateMachineKickoffMethod() == definition)
            .SelectMany(m => m.GetSequencePoints());

        return reader.GetMethodDebugInformation(definition).GetSequencePoints().Concat(moved)
            .Where(p => !p.IsHidden)
            .Select(p => (p.StartLine, p.StartColumn))
            .DefaultIfEmpty((1, 1))
            .Min();
    }
}
