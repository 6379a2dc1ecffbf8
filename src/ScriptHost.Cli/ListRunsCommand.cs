using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using ScriptHost.Reports;

namespace ScriptHost.Cli;

/// <summary><c>scripthost list runs</c>: what <c>run.json</c> says of each run, newest first.</summary>
internal static class ListRunsCommand
{
    private const int ShownMetrics = 2;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var results = new Option<string>("--out") { Description = "The folder of runs.", HelpName = "DIR", DefaultValueFactory = _ => Defaults.Results };
        var format = Options.Format("table", "json");

        return new Command("runs", "Lists the runs of a folder, newest first.") { results, format }.Does((parse, terminal, _) =>
        {
            var runs = Runs(terminal, parse.GetRequiredValue(results)).ToList();
            if (parse.GetRequiredValue(format) == "json")
            {
                terminal.Say($"[{string.Join(",", runs.Select(r => r.GetRawText().TrimEnd()))}]");
            }
            else if (runs.Count > 0)
            {
                terminal.Say(Table(runs));
            }

            return ExitCode.Success;
        });
    }

    private static IEnumerable<JsonElement> Runs(Terminal terminal, string folder)
    {
        if (!Directory.Exists(folder))
        {
            terminal.Tell($"There are no runs: there is no folder '{folder}'.");

            yield break;
        }

        foreach (var unfinished in RunFolder.Unfinished(folder))
        {
            terminal.Tell($"note: run '{Path.GetFileName(unfinished)}' has not come to its end; 'scripthost run --resume {Path.GetFileName(unfinished)}' goes on with it.");
        }

        foreach (var run in Directory.EnumerateDirectories(folder).OrderDescending(StringComparer.Ordinal))
        {
            var path = Path.Combine(run, "run.json");
            if (File.Exists(path) && Read(terminal, path) is { } record)
            {
                yield return record;
            }
        }
    }

    private static JsonElement? Read(Terminal terminal, string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return document.RootElement.Clone();
            }

            terminal.Tell($"warning: '{path}' is no record of a run.");

            return null;
        }
        catch (Exception fault) when (fault is JsonException or IOException or UnauthorizedAccessException)
        {
            terminal.Tell($"warning: '{path}' cannot be read: {fault.Message}");

            return null;
        }
    }

    private static PlainTable Table(IEnumerable<JsonElement> runs)
    {
        var table = new PlainTable("Run", "Started", "Took", "Exit", "Traces", "Scorers", "Metrics");
        table.Columns[6].MayBreak = true;
        foreach (var run in runs)
        {
            string[] cells =
            [
                Text(run, "run_id"),
                Text(run, "started_at"),
                Took(run),
                Text(run, "exit_code"),
                run.TryGetProperty("traces", out var traces) ? Text(traces, "read") : "",
                run.TryGetProperty("scorers", out var scorers) && scorers.ValueKind == JsonValueKind.Array
                    ? scorers.GetArrayLength().ToString(CultureInfo.InvariantCulture)
                    : "",
                Metrics(run),
            ];
            table.Add(Array.ConvertAll(cells, c => new PlainCell(Printable.Line(c))));
        }

        return table;
    }

    private static string Text(JsonElement record, string name) =>
        record.ValueKind == JsonValueKind.Object && record.TryGetProperty(name, out var value) ? value.ToString() : "";

    private static string Took(JsonElement run) =>
        run.TryGetProperty("duration_ms", out var duration) && duration.ValueKind == JsonValueKind.Number && duration.TryGetInt32(out var milliseconds)
            ? DurationText.Of(TimeSpan.FromMilliseconds(milliseconds))
            : "";

    private static string Metrics(JsonElement run)
    {
        if (!run.TryGetProperty("metrics", out var metrics) || metrics.ValueKind != JsonValueKind.Object)
        {
            return "";
        }

        var shown = metrics.EnumerateObject().Where(m => m.Value.ValueKind == JsonValueKind.Number).Select(m => $"{m.Name} {MetricNumber.Of(m.Value.GetDouble())}").ToList();

        return string.Join(", ", shown.Take(ShownMetrics)) + (shown.Count > ShownMetrics ? $", {shown.Count - ShownMetrics} more" : "");
    }
}
