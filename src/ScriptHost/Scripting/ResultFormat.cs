namespace ScriptHost.Scripting;

/// <summary>How a <see cref="CompileResult"/> goes into the cache and between processes.</summary>
internal static class ResultFormat
{
    /// <summary>Writes a result down, without its source.</summary>
    public static void Write(BinaryWriter writer, CompileResult result)
    {
        writer.Write(result.Diagnostics.Count);
        foreach (var diagnostic in result.Diagnostics)
        {
            writer.Write(diagnostic.Path);
            writer.Write(diagnostic.Line);
            writer.Write(diagnostic.Column);
            writer.Write(diagnostic.Code);
            writer.Write((byte)diagnostic.Severity);
            writer.Write(diagnostic.Message);
        }

        writer.Write(result.Image is not null);
        if (result.Image is { } image)
        {
            writer.Write(image.Hash);
            writer.Write(image.Bytes.Length);
            writer.Write(image.Bytes.Span);
        }
    }

    /// <summary>Reads a result. Its image is checked anew, wherever it comes from; one that is refused comes as what is wrong with it.</summary>
    /// <param name="reader">Where from.</param>
    /// <param name="source">The script that it is of.</param>
    /// <param name="allowlist">What the script may use.</param>
    /// <exception cref="EndOfStreamException">It is cut.</exception>
    public static CompileResult Read(BinaryReader reader, ScriptSource source, Allowlist allowlist)
    {
        var diagnostics = new Diagnostic[reader.ReadInt32()];
        for (var i = 0; i < diagnostics.Length; i++)
        {
            diagnostics[i] = new(
                reader.ReadString(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadString(), (Severity)reader.ReadByte(), reader.ReadString());
        }

        if (!reader.ReadBoolean())
        {
            return new(source, null, diagnostics);
        }

        var (hash, bytes) = (reader.ReadString(), reader.ReadBytes(reader.ReadInt32()));
        var faults = source.Trust is { } trust
            ? ScriptImage.AdmitTrusted(source.Name, source.Path, hash, bytes, trust, out var image)
            : ScriptImage.Admit(source.Name, source.Path, hash, bytes, allowlist, out image);

        return new(source, image, image is null ? faults : diagnostics);
    }
}
