using System.Globalization;
using System.Text;
using ScriptHost.Comparison;

namespace ScriptHost.Reports;

/// <summary>
/// Writes a run's results as CSV by RFC 4180, UTF-8: a row a feedback, and one for each pair that has none. Texts that a spreadsheet would take for a formula get an
/// apostrophe before them, as OWASP advises; numbers stay numbers.
/// </summary>
internal static class CsvTable
{
    private const string EndOfLine = "\r\n";

    private static readonly string[] Columns = ["trace_id", "session_id", "level", "scorer", "outcome", "name", "value", "number", "rationale", "error", "reason"];

    /// <summary>Writes it.</summary>
    public static void Write(FinishedRun run, Stream stream)
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        text.Write(string.Join(',', Columns) + EndOfLine);
        foreach (var outcome in ResultsReading.Read(run.ResultsPath))
        {
            string[] head = [outcome.TraceId, outcome.SessionId ?? outcome.InSession ?? "", outcome.SessionId is null ? "trace" : "session", outcome.Scorer, outcome.Outcome];
            if (outcome.Feedbacks.Count == 0)
            {
                WriteRow(text, [.. head.Select(Cell), "", "", "", "", "", Cell(outcome.Reason ?? "")]);
            }

            foreach (var feedback in outcome.Feedbacks)
            {
                var isError = feedback.Value.Kind == RecordedValueKind.Error;
                WriteRow(
                    text,
                    [
                        .. head.Select(Cell),
                        Cell(feedback.Name),
                        isError ? "" : feedback.Value.Kind == RecordedValueKind.Number ? feedback.Value.Text : Cell(feedback.Value.Text),
                        feedback.Value.IsCounted ? feedback.Value.Number.ToString("R", CultureInfo.InvariantCulture) : "",
                        Cell(feedback.Rationale ?? ""),
                        isError ? Cell(feedback.Value.Text) : "",
                        "",
                    ]);
            }
        }
    }

    /// <summary>A text as a cell.</summary>
    public static string Cell(string text)
    {
        // https://owasp.org/www-community/attacks/CSV_Injection; the wide forms of the signs count in East Asian versions.
        var safe = text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..] ? "'" + text : text;

        return safe.AsSpan().ContainsAny(",\"\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    private static void WriteRow(StreamWriter text, IEnumerable<string> cells) => text.Write(string.Join(',', cells) + EndOfLine);
}
