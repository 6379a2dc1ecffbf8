using System.Text.Json;

namespace ScriptHost.Comparison;

/// <summary>Reads members of recorded JSON that may be missing in other versions.</summary>
internal static class TextMember
{
    /// <summary>A member that is a text; null when it is not there, is no text, or when this is no object.</summary>
    public static string? Of(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
