using System.Buffers;
using System.CommandLine;
using System.Text;
using System.Text.Json;
using ScriptHost.Presets;
using ScriptHost.Reports;
using ScriptHost.Workers;

namespace ScriptHost.Cli;

/// <summary><c>scripthost list presets</c>.</summary>
internal static class ListPresetsCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var presets = Options.Presets();
        var scorers = Options.Scorers();
        var allowlist = Options.Allowlist();
        var isolation = Options.Isolation();
        var format = Options.Format("table", "json");

        return new Command("presets", "Lists the presets of a folder.") { presets, scorers, format, allowlist, isolation }.Does((parse, terminal, cancellationToken) =>
        {
            using var host = ScoringHost.For(new() { Isolation = parse.GetValue(isolation) ?? Defaults.Isolation });
            var folder = parse.GetRequiredValue(presets);
            var loading = PresetLoading.Open(folder, [], parse.GetRequiredValue(scorers), OperatorAllowlist.Read(terminal, parse.GetValue(allowlist)), host, cancellationToken);
            var found = (Directory.Exists(folder) ? loading.Library.Names : loading.Library.AllNames).Select(loading.Find).OfType<Preset>().ToList();
            if (parse.GetRequiredValue(format) == "json")
            {
                terminal.Say(Json(found, folder));
            }
            else if (found.Count > 0)
            {
                terminal.Say(Table(found, folder));
            }

            return loading.Tell(terminal) ? ExitCode.Success : ExitCode.BadInput;
        });
    }

    private static PlainTable Table(IEnumerable<Preset> presets, string folder)
    {
        var table = new PlainTable("Name", "Scorers", "Thresholds", "Locked", "Description");
        table.Columns[1].MayBreak = true;
        table.Columns[4].MayBreak = true;
        foreach (var preset in presets)
        {
            table.Add(
                preset.Name,
                string.Join(", ", preset.Members.Select(m => m.Name)),
                $"{preset.Thresholds.Count}",
                IsLocked(preset, folder) ? "yes" : "no",
                Printable.Line(preset.Description ?? ""));
        }

        return table;
    }

    private static string Json(IEnumerable<Preset> presets, string folder)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, JsonFormat.Pretty);
        json.WriteStartArray();
        foreach (var preset in presets)
        {
            json.WriteStartObject();
            json.WriteString("name", preset.Name);
            json.WriteString("description", preset.Description);
            json.WriteString("hash", preset.Hash);
            json.WriteBoolean("locked", IsLocked(preset, folder));
            json.WriteStartArray("scorers");
            foreach (var member in preset.Members)
            {
                json.WriteStringValue(member.Name);
            }

            json.WriteEndArray();
            json.WriteStartArray("thresholds");
            foreach (var threshold in preset.Thresholds)
            {
                json.WriteStringValue(threshold.Metric);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.Flush();

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static bool IsLocked(Preset preset, string folder) => File.Exists(Path.Combine(folder, LockReading.FileName(preset.Name)));
}
