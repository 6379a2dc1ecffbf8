using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ScriptHost.Contract;

namespace ScriptHost.Scoring;

/// <summary>
/// Reads named values into a type whose members are texts, numbers and truth values, as most records of expectations are. The serializer gets the
/// text of what <see cref="MemberMatching"/> would make of nodes, which need not be made.
/// </summary>
internal sealed class ScalarReading
{
    private readonly JsonTypeInfo info;
    private readonly JsonPropertyInfo[] properties;
    private readonly byte[][] names;

    private ScalarReading(JsonTypeInfo info)
    {
        this.info = info;
        properties = [.. info.Properties];
        names = [.. properties.Select(p => JsonSerializer.SerializeToUtf8Bytes(p.Name))];
    }

    /// <summary>The reading of a type; null when it has other members, or rules of its own for them.</summary>
    public static ScalarReading? Of(JsonTypeInfo info) =>
        info is { Kind: JsonTypeInfoKind.Object, PolymorphismOptions: null, UnmappedMemberHandling: null or JsonUnmappedMemberHandling.Skip }
        && info.Properties.All(IsScalar)
        && info.Properties.DistinctBy(p => MemberMatching.Plain(p.Name), StringComparer.OrdinalIgnoreCase).Count() == info.Properties.Count
            ? new(info)
            : null;

    /// <summary>Reads them.</summary>
    /// <param name="texts">The values by name.</param>
    /// <param name="value">What was read; null when a member is missing.</param>
    /// <returns>The member that the type demands and the values lack; null when none is missing.</returns>
    /// <exception cref="JsonException">A value does not fit its member.</exception>
    public string? Read(IReadOnlyDictionary<string, JsonText> texts, out object? value)
    {
        value = null;
        var json = new ArrayBufferWriter<byte>();
        json.Write("{"u8);
        foreach (var (key, text) in texts)
        {
            if (Array.FindIndex(properties, p => p.Name == key) is >= 0 and var at)
            {
                Write(json, at, text);
            }
        }

        // Those that are written otherwise stand behind, where they were renamed to.
        for (var i = 0; i < properties.Length; i++)
        {
            if (texts.ContainsKey(properties[i].Name))
            {
                continue;
            }

            if (Find(texts, properties[i].Name, out var text))
            {
                Write(json, i, text);
            }
            else if (MemberMatching.IsDemanded(properties[i]))
            {
                return properties[i].Name;
            }
        }

        json.Write("}"u8);
        value = JsonSerializer.Deserialize(json.WrittenSpan, info);

        return null;
    }

    private static bool Find(IReadOnlyDictionary<string, JsonText> texts, string name, out JsonText found)
    {
        var plain = MemberMatching.Plain(name);
        foreach (var (key, text) in texts)
        {
            if (MemberMatching.Plain(key).Equals(plain, StringComparison.OrdinalIgnoreCase))
            {
                found = text;

                return true;
            }
        }

        found = default;

        return false;
    }

    private static bool IsScalar(JsonPropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;

        return (type == typeof(string) || type == typeof(decimal) || type.IsPrimitive || type.IsEnum) && property is { CustomConverter: null, IsExtensionData: false };
    }

    private void Write(ArrayBufferWriter<byte> json, int at, JsonText text)
    {
        if (json.WrittenCount > 1)
        {
            json.Write(","u8);
        }

        json.Write(names[at]);
        json.Write(":"u8);
        json.Write(text.IsNothing ? "null"u8 : text.Utf8.Span);
    }
}
