using System.Text.Json;

namespace ScriptHost.Traces;

/// <summary>Decodes the names of sessions and users that traces carry. OTLP ingestion writes them with the quotes of their JSON text.</summary>
internal static class NameText
{
    /// <summary>The name; null when it is empty.</summary>
    /// <param name="value">As it stands in the metadata or tags; null when it does not.</param>
    public static string? Decode(string? value)
    {
        if (value is null or "")
        {
            return null;
        }

        return value is ['"', .., '"'] ? AttributeText.Decode(new(JsonSerializer.SerializeToUtf8Bytes(value))).ToText() : value;
    }
}
