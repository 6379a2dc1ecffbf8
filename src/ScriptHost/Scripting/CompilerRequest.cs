using ScriptHost.Trust;

namespace ScriptHost.Scripting;

/// <summary>A script on its way to the compiler's process.</summary>
internal static class CompilerRequest
{
    /// <summary>Writes a request.</summary>
    public static void Write(BinaryWriter writer, ScriptSource source, AllowlistText allowlist)
    {
        writer.Write(source.Name);
        writer.Write(source.Path);
        Write(writer, source.Content);
        TrustFormat.Write(writer, source.Trust);
        writer.Write(allowlist.Path);
        Write(writer, allowlist.Content);
    }

    /// <summary>Reads a request; null at the end of the input.</summary>
    public static (ScriptSource Source, AllowlistText Allowlist)? Read(BinaryReader reader)
    {
        try
        {
            var source = new ScriptSource(reader.ReadString(), reader.ReadString(), reader.ReadBytes(reader.ReadInt32()), TrustFormat.Read(reader));

            return (source, new AllowlistText(reader.ReadString(), reader.ReadBytes(reader.ReadInt32())));
        }
        catch (EndOfStreamException)
        {
            return null;
        }
    }

    private static void Write(BinaryWriter writer, ReadOnlyMemory<byte> bytes)
    {
        writer.Write(bytes.Length);
        writer.Write(bytes.Span);
    }
}
