using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace ScriptHost.Presets;

/// <summary>Writes locks.</summary>
internal static class LockPrinting
{
    /// <summary>The lock as a file, which <see cref="LockReading"/> reads back as the same.</summary>
    public static string Print(LockedPreset locked)
    {
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"# Written by 'scripthost lock {locked.Name}'; commit it, and do not edit it.\n")
            .Append(CultureInfo.InvariantCulture, $"lock: 1\npreset: {YamlText.Of(locked.Name)}\nhash: {YamlText.Of(locked.Hash)}\nallowlist: {YamlText.Of(locked.Allowlist)}\n");
        if (locked.Judge is { } judge)
        {
            text.Append(CultureInfo.InvariantCulture, $"judge: {YamlText.Of(judge)}\n");
        }

        text.Append("members:\n");
        foreach (var member in locked.Members)
        {
            Append(text, member);
        }

        if (locked.Thresholds.Count > 0)
        {
            text.Append("thresholds:\n").AppendJoin("", locked.Thresholds.Select(t => $"  {YamlText.Of(t.Key)}: {t.Value}\n"));
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, LockedMember member)
    {
        text.Append(CultureInfo.InvariantCulture, $"  - name: {YamlText.Of(member.Name)}\n    scorer: {YamlText.Of(member.Scorer)}\n    script: {YamlText.Of(member.Script)}\n");

        // A setting a line, so that a change of one shows as one in any diff.
        text.Append("    settings:").Append(member.Settings.Count == 0 ? " {}\n" : "\n")
            .AppendJoin("", member.Settings.Select(s => $"      {YamlText.Of(s.Key)}: {YamlJson.Print(JsonNode.Parse(s.Value))}\n"))
            .Append(CultureInfo.InvariantCulture, $"    aggregations: {YamlText.Of(member.Aggregations)}\n");
        if (member.Sample is { } sample)
        {
            text.Append(CultureInfo.InvariantCulture, $"    sample: {YamlText.Of(sample)}\n");
        }

        if (member.Where is { } where)
        {
            text.Append(CultureInfo.InvariantCulture, $"    where: {YamlText.Of(where)}\n");
        }
    }
}
