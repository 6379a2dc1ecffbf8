using ScriptHost.Presets;
using ScriptHost.Scoring;

namespace ScriptHost.Cli;

/// <summary>Prints a preset: its members resolved, with where each value came from.</summary>
internal static class PresetPrinting
{
    private const int MostShown = 100;

    /// <summary>Prints it.</summary>
    public static void Print(Terminal terminal, Preset preset)
    {
        var facts = new FactList(terminal);
        terminal.Say(Printable.Line(preset.Name));
        facts.Say("about", preset.Description);
        facts.Say("judge", preset.Judge is { } judge ? $"{judge.Value}, from {judge.Origin}" : null);
        facts.Say("hash", preset.Hash);
        terminal.Say();
        terminal.Say(Members(preset));
        if (preset.Thresholds.Count > 0)
        {
            terminal.Say();
            terminal.Say(Thresholds(preset));
        }
    }

    private static PlainTable Members(Preset preset)
    {
        var table = new PlainTable("Member", "Scorer", "Setting", "Value", "From");
        foreach (var member in preset.Members)
        {
            Add(table, member.Name, member.Scorer.Name, "", "", member.Origin.ToString());
            foreach (var setting in member.Settings)
            {
                Add(table, "", "", setting.Name, setting.Value, setting.Origin?.ToString() ?? "default");
            }

            var own = string.Join(", ", preset.AggregationsOf(member).Select(AggregationName.Of));
            Add(table, "", "", "(aggregations)", own, member.Aggregations?.Origin.ToString() ?? "default");
            if (member.Where is { } where)
            {
                Add(table, "", "", "(where)", where.Value, where.Origin.ToString());
            }

            if (member.Sample is { } sample)
            {
                Add(table, "", "", "(sample)", YamlText.Of(sample.Value), sample.Origin.ToString());
            }
        }

        return table;
    }

    private static PlainTable Thresholds(Preset preset)
    {
        var table = new PlainTable("Threshold", "Demand", "From");
        foreach (var threshold in preset.Thresholds)
        {
            Add(table, threshold.Metric, threshold.Demand.Trim('"'), threshold.Origin.ToString());
        }

        return table;
    }

    private static void Add(PlainTable table, params string[] cells) => table.Add(Array.ConvertAll(cells, c => new PlainCell(Printable.Line(c, MostShown))));
}
