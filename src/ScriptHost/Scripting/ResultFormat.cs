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
    /// <param name="reader">Where from: bytes in memory.</param>
    /// <param name="source">The script that it is of.</param>
    /// <param name="allowlist">What the script may use.</param>
    /// <exception cref="EndOfStreamException">It is cut.</exception>
    /// <exception cref="InvalidDataException">It makes no sense.</exception>
    public static CompileResult Read(BinaryReader reader, ScriptSource source, Allowlist allowlist)
    {
        try
        {
            return ReadResult(reader, source, allowlist);
        }
        catch (Exception broken) when (broken is FormatException or ArgumentException)
        {
            // A length that is none.
            throw new InvalidDataException("A compiler's answer makes no sense.", broken);
        }
    }

    private static CompileResult ReadResult(BinaryReader reader, ScriptSource source, Allowlist allowlist)
    {
        // Nobody is believed how many there are: room is made as they come.
        var diagnostics = new List<Diagnostic>();
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            diagnostics.Add(new(
                reader.ReadString(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadString(), (Severity)reader.ReadByte(), reader.ReadString()));
        }

        if (!reader.ReadBoolean())
        {
            return new(source, null, diagnostics);
        }

        var (hash, length) = (reader.ReadString(), reader.ReadInt32());
        if (length > reader.BaseStream.Length - reader.BaseStream.Position)
        {
            throw new EndOfStreamException();
        }

        var bytes = reader.ReadBytes(length);
        var faults = source.Trust is { } trust
            ? ScriptImage.AdmitTrusted(source.Name, source.Path, hash, bytes, trust, out var image)
            : ScriptImage.Admit(source.Name, source.Path, hash, bytes, allowlist, out image);

        return new(source, image, image is null ? faults : diagnostics);
    }
}
