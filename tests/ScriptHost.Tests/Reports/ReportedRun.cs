using System.Text;
using ScriptHost.Comparison;
using ScriptHost.Presets;
using ScriptHost.Scoring;

namespace ScriptHost.Reports;

/// <summary>The run of <see cref="RecordedRun"/> with hostile texts and verdicts, as reports get it.</summary>
internal sealed class ReportedRun : IDisposable
{
    /// <summary>What breaks out of XML, CSV, Markdown or a terminal: a control character, NUL, half a pair, mark-up, formulas, mentions, links.</summary>
    public const string Hostile = "=cmd|' /C calc'!A0,\"q\"\r\n\u0000\u0008\ud83d <script>alert(1)</script> @everyone [x](https://example.com) | \ufffe ]]>";

    private readonly TemporaryFolder folder = new();
    private readonly RunFiles others = new();

    public FinishedRun Run { get; private init; }

    public ReportedRun(bool isCompared = false)
    {
        var path = folder.At("results.jsonl");
        using (var file = File.Create(path))
        using (var writer = new ResultsWriter(file, RecordedRun.Scorers))
        {
            foreach (var outcome in Outcomes)
            {
                writer.Write(outcome, RecordedRun.Scorers);
            }
        }

        Run = new(Record, path, ["traces"], isCompared ? others.Everything() : null);
    }

    private static IEnumerable<Outcome> Outcomes =>
    [
        .. RecordedRun.Outcomes,
        new() { Scorer = "citation", TraceId = "tr-3", InSession = "conv-2", Kind = OutcomeKind.Scored, Feedbacks = [new("no", Hostile, Hostile), new("-1+1", name: "text"), new(-1.5, name: "share")] },
        new() { Scorer = "length", TraceId = "tr-3", InSession = "conv-2", Kind = OutcomeKind.Error, Reason = Hostile },
    ];

    private static Runs.RunRecord Record => RecordedRun.Record with
    {
        Verdicts =
        [
            Verdict("citation/pass_rate", ">= 0.9", passed: false, ThresholdLevel.Fail),
            Verdict("length/mean", "<= 400", passed: true, ThresholdLevel.Fail),
            Verdict("turns/max", "<= 4", passed: false, ThresholdLevel.Warn),
        ],
        ExitCode = ExitCode.ThresholdFailed,
    };

    /// <summary>What a report writes.</summary>
    public string Written(Action<FinishedRun, Stream> write)
    {
        using var stream = new MemoryStream();
        write(Run, stream);

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public void Dispose()
    {
        folder.Dispose();
        others.Dispose();
    }

    private static Verdict Verdict(string metric, string bound, bool passed, ThresholdLevel level) => new()
    {
        Metric = metric,
        Bound = bound,
        Value = 0.5,
        Count = 6,
        Level = level,
        Passed = passed,
        Sentence = $"'{metric}' is 0.5 (n 6); it must be {bound}.",
        Origin = new("presets/support.yaml", 7, 3),
    };
}
