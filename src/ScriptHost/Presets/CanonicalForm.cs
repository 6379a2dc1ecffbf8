using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ScriptHost.Scoring;

namespace ScriptHost.Presets;

/// <summary>
/// What a preset's hash is taken of: one JSON object on one line, UTF-8, keys of objects in ordinal order,
/// <c>{"judge", "members": [{"aggregations", "name", "sample", "scorer", "script", "settings", "where"}], "thresholds": {metric: demand}}</c>, where
/// a member's settings include the script's defaults. The preset's name, its description, comments and where things stand are not in it.
/// </summary>
internal static class CanonicalForm
{
    /// <summary>How it is written.</summary>
    public static JsonSerializerOptions Options => ScriptJson.Text;

    /// <summary>SHA-256 of the form, 64 lower-case hexadecimal digits.</summary>
    /// <param name="members">The members, in order.</param>
    /// <param name="thresholds">What is demanded of metrics; their order does not matter.</param>
    /// <param name="judge">The model for judges; null when there is none.</param>
    public static string Hash(IEnumerable<LockedMember> members, IEnumerable<KeyValuePair<string, string>> thresholds, string? judge) =>
        Sha256.Hex(Encoding.UTF8.GetBytes(Of(members, thresholds, judge).ToJsonString(Options)));

    /// <summary>The form.</summary>
    /// <param name="members">The members, in order.</param>
    /// <param name="thresholds">What is demanded of metrics; their order does not matter.</param>
    /// <param name="judge">The model for judges; null when there is none.</param>
    public static JsonObject Of(IEnumerable<LockedMember> members, IEnumerable<KeyValuePair<string, string>> thresholds, string? judge) => new()
    {
        ["judge"] = judge,
        ["members"] = new JsonArray([.. members.Select(Of)]),
        ["thresholds"] = new JsonObject(thresholds.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => KeyValuePair.Create(t.Key, (JsonNode?)t.Value))),
    };

    /// <summary>A member's part of the form.</summary>
    public static JsonObject Of(LockedMember member) => new()
    {
        ["aggregations"] = new JsonArray([.. member.Aggregations.Select(a => (JsonNode)a)]),
        ["name"] = member.Name,
        ["sample"] = member.Sample,
        ["scorer"] = member.Scorer,
        ["script"] = member.Script,
        ["settings"] = new JsonObject(member.Settings.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => KeyValuePair.Create(s.Key, Sorted(s.Value)))),
        ["where"] = member.Where,
    };

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject mapping => new JsonObject(mapping.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => KeyValuePair.Create(m.Key, Sorted(m.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}
