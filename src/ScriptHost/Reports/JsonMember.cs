using System.Text.Json;
using ScriptHost.Contract;

namespace ScriptHost.Reports;

/// <summary>Finds members of JSON objects in their text, so that the text around them can be kept as it is.</summary>
internal static class JsonMember
{
    private static readonly JsonReaderOptions Deep = new() { MaxDepth = JsonText.MaxDepth + 8 };

    /// <summary>The text of a member's value; empty when the object has no such member. Of repeated ones the last.</summary>
    /// <param name="json">A JSON object; anything else has no members.</param>
    /// <param name="name">The member.</param>
    public static ReadOnlyMemory<byte> Of(ReadOnlyMemory<byte> json, string name) => json[Place(json.Span, name)];

    /// <summary>Where a member's value stands in the text; empty when the object has no such member.</summary>
    /// <param name="json">A JSON object; anything else has no members.</param>
    /// <param name="name">The member.</param>
    public static Range Place(ReadOnlySpan<byte> json, string name)
    {
        var found = 0..0;
        var reader = new Utf8JsonReader(json, Deep);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return found;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isIt = reader.ValueTextEquals(name);
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            if (isIt)
            {
                found = start..(int)reader.BytesConsumed;
            }
        }

        return found;
    }
}
