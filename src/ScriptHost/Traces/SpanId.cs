using System.Buffers.Text;

namespace ScriptHost.Traces;

/// <summary>
/// Span and trace ids in the form that people see. MLflow writes base64 (schema 3), hexadecimal with or without a prefix (3.5.0 and
/// schema 2); the length tells which: 8 or 16 bytes are 12 or 24 base64 characters, or 16 or 32 hexadecimal digits.
/// </summary>
internal static class SpanId
{
    /// <summary>Lower-case hexadecimal digits where the text is an OpenTelemetry id; any other text as it is.</summary>
    public static string Normalize(string id)
    {
        var bare = id.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? id[2..] : id;
        if (bare.Length is 16 or 32 && IsHex(bare))
        {
            return bare.ToLowerInvariant();
        }

        Span<byte> bytes = stackalloc byte[16];
        var length = 0;
        var isBase64 = bare.Length is 12 or 24 && Base64.IsValid(bare, out length) && length is 8 or 16
            && Convert.TryFromBase64String(bare, bytes, out length);

        return isBase64 ? Convert.ToHexStringLower(bytes[..length]) : id;
    }

    private static bool IsHex(string text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiHexDigit(c))
            {
                return false;
            }
        }

        return true;
    }
}
