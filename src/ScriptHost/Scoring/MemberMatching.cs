using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace ScriptHost.Scoring;

/// <summary>
/// Renames the members of JSON objects to those of the type they are read into: <c>expected_response</c>, <c>expectedResponse</c> and
/// <c>ExpectedResponse</c> are one name. A naming policy of the serializer could match only one of them.
/// </summary>
/// <param name="options">The script's.</param>
internal sealed class MemberMatching(Lazy<JsonSerializerOptions> options)
{
    /// <summary>Renames, at every depth.</summary>
    /// <param name="node">What is read; changed.</param>
    /// <param name="info">What it is read into.</param>
    /// <param name="path">Where it stands, for people.</param>
    /// <returns>The path of a member that the type demands and the object lacks; null when none is missing.</returns>
    public string? Align(JsonNode? node, JsonTypeInfo info, string path) => (info.Kind, node) switch
    {
        (JsonTypeInfoKind.Object, JsonObject members) => AlignMembers(members, info, path),
        (JsonTypeInfoKind.Enumerable, JsonArray items) when info.ElementType is { } element =>
            items.Select((item, i) => Align(item, InfoOf(element), $"{path}[{i}]")).FirstOrDefault(lack => lack is not null),
        (JsonTypeInfoKind.Dictionary, JsonObject members) when info.ElementType is { } element =>
            members.Select(m => Align(m.Value, InfoOf(element), $"{path}.{m.Key}")).FirstOrDefault(lack => lack is not null),
        _ => null,
    };

    /// <summary>Whether an object must have the member.</summary>
    public static bool IsDemanded(JsonPropertyInfo property) =>
        property.IsRequired || property.AssociatedParameter is { HasDefaultValue: false, IsNullable: false };

    /// <summary>The name without what spellings differ in, capitals aside.</summary>
    public static string Plain(string name) => name.Replace("_", "", StringComparison.Ordinal);

    private string? AlignMembers(JsonObject members, JsonTypeInfo info, string path)
    {
        foreach (var property in info.Properties)
        {
            var key = members.ContainsKey(property.Name) ? property.Name
                : members.Count == 0 ? null
                : members.Select(m => m.Key).FirstOrDefault(k => Plain(k).Equals(Plain(property.Name), StringComparison.OrdinalIgnoreCase));
            if (key is null)
            {
                if (IsDemanded(property))
                {
                    return $"{path}.{property.Name}";
                }

                continue;
            }

            if (key != property.Name)
            {
                var value = members[key];
                members.Remove(key);
                members.Add(property.Name, value);
            }

            if (Align(members[property.Name], InfoOf(property.PropertyType), $"{path}.{key}") is { } lack)
            {
                return lack;
            }
        }

        return null;
    }

    private JsonTypeInfo InfoOf(Type type) => options.Value.GetTypeInfo(Nullable.GetUnderlyingType(type) ?? type);
}
