using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace ScriptHost.Presets;

/// <summary>Writes bundles: the same bytes for the same content, wherever and whenever.</summary>
internal static class BundleWriting
{
    // The earliest time that the format has.
    private static readonly DateTimeOffset Never = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The bundle as a zip.</summary>
    public static byte[] Write(Bundle bundle)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in bundle.Entries)
            {
                Add(zip, name, content.Span);
            }

            Add(zip, Bundle.Sums, Encoding.UTF8.GetBytes(Sums(bundle)));
        }

        return file.ToArray();
    }

    private static string Sums(Bundle bundle) =>
        string.Concat(bundle.Entries.Select(e => $"{Convert.ToHexStringLower(SHA256.HashData(e.Content.Span))}  {e.Name}\n"));

    // Stored, not deflated: what deflate makes of the same bytes is not the same with every library.
    private static void Add(ZipArchive zip, string name, ReadOnlySpan<byte> content)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
        entry.LastWriteTime = Never;
        entry.ExternalAttributes = 0;
        using var stream = entry.Open();
        stream.Write(content);
    }
}
