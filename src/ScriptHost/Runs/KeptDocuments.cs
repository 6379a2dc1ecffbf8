using Microsoft.Win32.SafeHandles;
using ScriptHost.Traces;

namespace ScriptHost.Runs;

/// <summary>Documents that cannot be read again where they came from, in a temporary file that goes away with this.</summary>
internal sealed class KeptDocuments : IDisposable
{
    private SafeFileHandle? file;
    private long length;

    /// <summary>Keeps a document.</summary>
    /// <returns>Where it can be read again.</returns>
    public TracePlace Add(ReadOnlySpan<byte> json)
    {
        file ??= TemporaryFile.Open();
        RandomAccess.Write(file, json, length);
        var place = new TracePlace(TracePlace.Kept, length, json.Length);
        length += json.Length;

        return place;
    }

    /// <summary>Reads a document; may be called side by side once all are kept.</summary>
    public byte[] Read(TracePlace place)
    {
        var json = new byte[place.Length];
        if (file is not null)
        {
            FileBytes.ReadExactly(file, json, place.Offset);
        }

        return json;
    }

    /// <inheritdoc/>
    public void Dispose() => file?.Dispose();
}
