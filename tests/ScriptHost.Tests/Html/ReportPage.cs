using System.IO.Compression;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ScriptHost.Html;

/// <summary>A written report, its data unpacked as the page does it.</summary>
internal sealed partial class ReportPage(string path)
{
    public string Text { get; } = File.ReadAllText(path);

    public JsonObject Summary => Blocks("summary").ShouldHaveSingleItem().Json.AsObject();

    public IReadOnlyList<(int From, JsonNode Json)> Blocks(string kind) =>
        [.. Block().Matches(Text).Where(m => m.Groups[1].Value == kind).Select(m => (int.Parse(m.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture), Unpack(m.Groups[3].Value)))];

    /// <summary>All bodies, their outcomes put in.</summary>
    public IReadOnlyList<JsonObject> Bodies(string kind) =>
        [.. Blocks(kind).SelectMany(b => Array(b.Json, "rows").Select(r => Whole(r.ShouldNotBeNull().AsObject(), Array(b.Json, "outcomes"))))];

    public static JsonArray Array(JsonNode json, string name) => json[name].ShouldNotBeNull().AsArray();

    private static JsonObject Whole(JsonObject row, JsonArray outcomes)
    {
        var numbers = Array(row, "outcomes").Select(n => (int)n.ShouldNotBeNull()).ToList();
        row["outcomes"] = new JsonArray([.. numbers.Select(n => outcomes[n]?.DeepClone())]);

        return row;
    }

    private static JsonNode Unpack(string base64)
    {
        using var inflate = new DeflateStream(new MemoryStream(Convert.FromBase64String(base64)), CompressionMode.Decompress);

        return JsonNode.Parse(inflate).ShouldNotBeNull();
    }

    [GeneratedRegex("<script type=\"application/octet-stream\" data-kind=\"([a-z-]+)\" data-from=\"([0-9]+)\">([^<]*)</script>")]
    private static partial Regex Block();
}
