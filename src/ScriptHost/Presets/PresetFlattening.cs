using System.Text;
using System.Text.Json.Nodes;

namespace ScriptHost.Presets;

/// <summary>Makes one manifest of a resolved preset, which needs no other to resolve to the same again.</summary>
internal static class PresetFlattening
{
    /// <summary>The manifest.</summary>
    /// <param name="preset">The preset.</param>
    /// <param name="name">Its name, that of the manifest's file.</param>
    public static Manifest Flatten(Preset preset, string name) => new()
    {
        Name = new(name, preset.Members[0].Origin),
        Description = preset.Description,
        Judge = preset.Judge,
        Scorers = [.. preset.Members.Select(Scorer)],
        Thresholds = preset.Thresholds,
    };

    private static ManifestScorer Scorer(ConfiguredScorer member) => new(
        new(member.Scorer.Name, member.Origin),
        member.Name == member.Scorer.Name ? null : new(member.Name, member.Origin),
        new()
        {
            With = [.. member.Settings.Where(s => s.Origin is not null).Select(s => new ManifestSetting(s.Name, Node(s.Value), member.Origin))],
            Aggregations = member.Aggregations,
            Sample = member.Sample,
            Where = member.Where,
        });

    private static YamlNode Node(string json) =>
        YamlReading.Read("setting", Encoding.UTF8.GetBytes(YamlJson.Print(JsonNode.Parse(json))), PresetCodes.Syntax).Root ?? new YamlScalar("", IsQuoted: true, 0, 0);
}
