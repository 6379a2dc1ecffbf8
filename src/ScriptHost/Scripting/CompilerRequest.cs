using ScriptHost.Trust;

namespace ScriptHost.Scripting;

/// <summary>A script on its way to the compiler's process.</summary>
internal static class CompilerRequest
{
    /// <summary>Writes a request.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="number">What comes back with the answer: requests overtake each other.</param>
    /// <param name="source">The script.</param>
    /// <param name="allowlist">What it may use.</param>
    public static void Write(BinaryWriter writer, int number, ScriptSource source, AllowlistText allowlist)
    {
        writer.Write(number);
        writer.Write(source.Name);
        writer.Write(source.Path);
        Write(writer, source.Content);
        TrustFormat.Write(writer, source.Trust);
        writer.Write(allowlist.Path);
        Write(writer, allowlist.Content);
    }

    /// <summary>Reads a request; null at the end of the input.</summary>
    public static (int Number, ScriptSource Source, AllowlistText Allowlist)? Read(BinaryReader reader)
    {
        try
        {
            var number = reader.ReadInt32();
            var source = new ScriptSource(reader.ReadString(), reader.ReadString(), reader.ReadBytes(reader.ReadInt32()), TrustFormat.Read(reader));

            return (number, source, new AllowlistText(reader.ReadString(), reader.ReadBytes(reader.ReadInt32())));
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
