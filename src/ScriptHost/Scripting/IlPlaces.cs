using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace ScriptHost.Scripting;

/// <summary>Finds the line of an instruction in the debug information that an image embeds. Asked only about images that are refused.</summary>
/// <param name="image">The image.</param>
internal sealed class IlPlaces(PEReader image) : IDisposable
{
    private const int MaxBytes = 16 * 1024 * 1024;

    private MetadataReaderProvider? provider;
    private bool isOpen;

    /// <summary>Line and column, 1-based; zeros when the image does not tell.</summary>
    /// <param name="method">The method.</param>
    /// <param name="offset">Where in its code.</param>
    public (int Line, int Column) Of(MethodDefinitionHandle method, int offset)
    {
        try
        {
            var point = Open()?.GetMethodDebugInformation(method.ToDebugInformationHandle()).GetSequencePoints()
                .Where(p => !p.IsHidden && p.Offset <= offset).LastOrDefault();

            return point is { StartLine: > 0 } found ? (found.StartLine, found.StartColumn) : (0, 0);
        }
        catch (Exception fault) when (fault is BadImageFormatException or IOException or InvalidDataException or ArgumentException)
        {
            return (0, 0);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => provider?.Dispose();

    private MetadataReader? Open()
    {
        if (!isOpen)
        {
            isOpen = true;
            var entry = image.ReadDebugDirectory().FirstOrDefault(e => e.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);

            // The size that it will have unpacked stands after its mark, and is what whoever wrote it says.
            if (entry.DataSize > 8 && image.GetSectionData(entry.DataRelativeVirtualAddress).GetReader(4, 4).ReadInt32() is >= 0 and <= MaxBytes)
            {
                provider = image.ReadEmbeddedPortablePdbDebugDirectoryData(entry);
            }
        }

        return provider?.GetMetadataReader();
    }
}
