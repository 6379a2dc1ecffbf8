using System.Buffers;
using System.CommandLine;
using System.Text;
using System.Text.Json;
using ScriptHost.Reports;
using ScriptHost.Runs;
using ScriptHost.Scripting;
using ScriptHost.Workers;

namespace ScriptHost.Cli;

/// <summary><c>scripthost check</c>: compiles and gates scripts, resolves presets, and scores nothing.</summary>
internal static class CheckCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATHS")
        {
            Description = "Scripts, folders of scripts, presets, the folder of presets, bundles. Default: the folders of scorers and of presets.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var scorers = Options.Scorers();
        var presets = Options.Presets();
        var format = Options.Format("text", "json", "sarif");
        var allowlist = Options.Allowlist();
        var isolation = Options.Isolation();
        var explain = new Option<string?>("--explain") { Description = "Say whether and why scripts may use a namespace, type or member; checks no script.", HelpName = "SYMBOL" };

        return new Command("check", "Says what is wrong with scripts and presets, and scores nothing.") { paths, scorers, presets, format, allowlist, isolation, explain }.Does(
            (parse, terminal, cancellationToken) =>
            {
                var list = OperatorAllowlist.Read(terminal, parse.GetValue(allowlist));

                if (parse.GetValue(explain) is { } symbol)
                {
                    return SymbolExplaining.Print(terminal, list, symbol);
                }

                var targets = CheckTargets.Of(parse.GetValue(paths) ?? [], parse.GetRequiredValue(scorers), parse.GetRequiredValue(presets));

                using var host = ScoringHost.For(new() { Isolation = parse.GetValue(isolation) ?? Defaults.Isolation });

                return Check(terminal, targets, parse.GetRequiredValue(scorers), list, parse.GetRequiredValue(format), host, cancellationToken);
            });
    }

    private static ExitCode Check(
        Terminal terminal, CheckTargets targets, string scorers, AllowlistText allowlist, string format, IScoringHost host, CancellationToken cancellationToken)
    {
        var report = targets.Scripts.Count > 0 ? ScorerLoading.LoadPaths(targets.Scripts, Loading.TopLevelTime, allowlist, host, cancellationToken) : new LoadReport([], [], [], allowlist);
        var diagnostics = new List<Diagnostic>(report.Diagnostics);
        var presets = 0;
        foreach (var (folder, names) in targets.Presets)
        {
            var loading = PresetLoading.Open(folder, names, scorers, allowlist, host, cancellationToken);
            presets += (names.Count > 0 ? names : loading.Library.Names).Select(loading.Find).Count(p => p is not null);
            diagnostics.AddRange(loading.Diagnostics);
        }

        foreach (var bundle in targets.Bundles)
        {
            var loading = PresetLoading.OfBundle(bundle, allowlist, host, cancellationToken);
            presets += loading.Find(bundle) is null ? 0 : 1;
            diagnostics.AddRange(loading.Diagnostics);
        }

        diagnostics = [.. diagnostics.Distinct().Order(DiagnosticOrder.Instance)];
        switch (format)
        {
            case "json":
                terminal.Say(Json(diagnostics));
                break;
            case "sarif":
                terminal.Say(SarifLog.Of(diagnostics));
                break;
            default:
                diagnostics.ForEach(d => terminal.Say(Printable.Line(d.ToString())));
                Loading.TellOfTrust(terminal, report.Diagnostics);
                break;
        }

        terminal.Server?.Tell(terminal.Error, diagnostics);
        var errors = diagnostics.Count(d => d.Severity == Severity.Error);
        terminal.Tell($"{Count(report.Scorers.Count, "scorer")}, {(targets.Presets.Count + targets.Bundles.Count > 0 ? $"{Count(presets, "preset")}, " : "")}{Count(errors, "error")}, {Count(diagnostics.Count - errors, "warning")}");

        return errors > 0 ? ExitCode.BadInput : ExitCode.Success;
    }

    private static string Json(IEnumerable<Diagnostic> diagnostics)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, JsonFormat.Pretty);
        json.WriteStartArray();
        foreach (var diagnostic in diagnostics)
        {
            json.WriteStartObject();
            json.WriteString("path", diagnostic.Path);
            json.WriteNumber("line", diagnostic.Line);
            json.WriteNumber("column", diagnostic.Column);
            json.WriteString("code", diagnostic.Code);
            json.WriteString("severity", diagnostic.Severity == Severity.Error ? "error" : "warning");
            json.WriteString("message", diagnostic.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.Flush();

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static string Count(int count, string thing) => count == 1 ? $"1 {thing}" : $"{count} {thing}s";
}
