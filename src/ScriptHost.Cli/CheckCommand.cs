using System.Buffers;
using System.CommandLine;
using System.Text;
using System.Text.Json;
using ScriptHost.Reports;
using ScriptHost.Runs;
using ScriptHost.Scripting;
using ScriptHost.Workers;

namespace ScriptHost.Cli;

/// <summary><c>scripthost check</c>: compiles and gates scripts, and scores nothing.</summary>
internal static class CheckCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATHS")
        {
            Description = "Scripts, and folders of scripts.",
            Arity = ArgumentArity.ZeroOrMore,
            DefaultValueFactory = _ => [Defaults.Scorers],
        };
        var format = Options.Format("text", "json");
        var allowlist = Options.Allowlist();
        var isolation = Options.Isolation();
        var explain = new Option<string?>("--explain") { Description = "Say whether and why scripts may use a namespace, type or member; checks no script.", HelpName = "SYMBOL" };

        return new Command("check", "Says what is wrong with scripts, and scores nothing.") { paths, format, allowlist, isolation, explain }.Does(
            (parse, terminal, cancellationToken) =>
            {
                var list = OperatorAllowlist.Read(terminal, parse.GetValue(allowlist));

                return parse.GetValue(explain) is { } symbol
                    ? SymbolExplaining.Print(terminal, list, symbol)
                    : Check(terminal, parse.GetRequiredValue(paths), list, parse.GetRequiredValue(format) == "json", parse.GetValue(isolation), cancellationToken);
            });
    }

    private static ExitCode Check(Terminal terminal, IReadOnlyList<string> paths, AllowlistText allowlist, bool isJson, Isolation isolation, CancellationToken cancellationToken)
    {
        if (paths.FirstOrDefault(p => !File.Exists(p) && !Directory.Exists(p)) is { } missing)
        {
            throw new InputException($"There is no file or folder '{missing}'.");
        }

        using var host = ScoringHost.For(new() { Isolation = isolation });
        var report = ScorerLoading.LoadPaths(paths, Loading.TopLevelTime, allowlist, host, cancellationToken);
        if (isJson)
        {
            terminal.Say(Json(report.Diagnostics));
        }
        else
        {
            foreach (var diagnostic in report.Diagnostics)
            {
                terminal.Say(Printable.Line(diagnostic.ToString()));
            }

            Loading.TellOfTrust(terminal, report.Diagnostics);
        }

        var errors = report.Diagnostics.Count(d => d.Severity == Severity.Error);
        terminal.Tell($"{Count(report.Scorers.Count, "scorer")}, {Count(errors, "error")}, {Count(report.Diagnostics.Count - errors, "warning")}");

        return report.HasErrors ? ExitCode.BadInput : ExitCode.Success;
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
