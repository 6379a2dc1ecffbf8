using System.Text.Json.Nodes;
using ScriptHost.Containment;
using ScriptHost.Contract;
using ScriptHost.Runs;
using ScriptHost.Scoring;

namespace ScriptHost.Reports;

/// <summary>A run made by hand, with one of everything that a report can meet.</summary>
internal static class RecordedRun
{
    public static DateTimeOffset StartedAt { get; } = new(2026, 11, 22, 14, 30, 55, 123, TimeSpan.Zero);

    public static IReadOnlyList<ScorerDescription> Scorers { get; } =
    [
        Scorer("citation", 'a', ScorerLevel.Trace, [Aggregation.Mean, Aggregation.PassRate], new("outputs", "string", Subject.Outputs, IsNullable: false, Default: null)),
        Scorer("length", 'b', ScorerLevel.Trace, [Aggregation.Mean], new("max", "int", Subject: null, IsNullable: false, Default: "400")),
        Scorer("turns", 'c', ScorerLevel.Session, [Aggregation.Max], new("session", "Session", Subject.Session, IsNullable: false, Default: null)),
    ];

    public static IReadOnlyList<Outcome> Outcomes { get; } =
    [
        new()
        {
            Scorer = "citation",
            TraceId = "tr-1",
            Kind = OutcomeKind.Scored,
            Feedbacks =
            [
                new("no", "Kein Beleg für „Größe“ \u001b[31m<b>.", "citation", new(AssessmentSourceType.Code, "citation"), new Dictionary<string, string> { ["found"] = "0" }),
                new(0.1, name: "share", source: new(AssessmentSourceType.LlmJudge, "judge-1")),
                new(long.MaxValue, name: "count", source: new(AssessmentSourceType.Human, "reviewer")),
                new(1.10m, name: "price"),
                new(true, name: "is_polite"),
            ],
        },
        new()
        {
            Scorer = "length",
            TraceId = "tr-1",
            Kind = OutcomeKind.Error,
            Feedbacks = [Feedback.Failed("SCORER_ERROR", "Scorer 'length' threw FormatException: no number", "length")],
        },
        new() { Scorer = "citation", TraceId = "tr-2", Kind = OutcomeKind.NotApplicable, Reason = "The trace has no outputs." },
        new() { Scorer = "turns", TraceId = "tr-2", Kind = OutcomeKind.Skipped, Reason = "The trace has no session id." },
        new() { Scorer = "turns", TraceId = "tr-1", SessionId = "conv-1", Kind = OutcomeKind.Scored, Feedbacks = [new(2, name: "turns")] },
    ];

    public static RunRecord Record { get; } = new()
    {
        RunId = "20261122-143055-1f3a",
        StartedAt = StartedAt,
        Duration = TimeSpan.FromMilliseconds(1234.5),
        ExitCode = ExitCode.ScorerErrors,
        EndedEarly = "Scorer 'length' did not end.",
        Metrics =
        [
            new() { Name = "citation", Scorer = "citation", Values = [new(Aggregation.Mean, 0.833333333), new(Aggregation.PassRate, 0.5)], Count = 6, Uncounted = 0, Errors = 0, NotApplicable = 1 },
            new() { Name = "tone", Scorer = "citation", Values = [], Count = 0, Uncounted = 6, Errors = 0, NotApplicable = 0 },
            new() { Name = "length", Scorer = "length", Values = [new(Aggregation.Mean, 12345.678)], Count = 1200, Uncounted = 0, Errors = 2, NotApplicable = 0, FirstError = "SCORER_ERROR: Scorer 'length' threw FormatException:\nno \u001b[31mnumber" },
        ],
        Outcomes = [new("citation", 6, 0, 1, 0), new("length", 1200, 2, 0, 0), new("turns", 0, 0, 0, 7)],
        TracesRead = 1202,
        TracesMalformed = 1,
        TracesDuplicate = 2,
        Sessions = 3,
        Problems = ["traces/bad.jsonl(3): byte 812: expected a JSON object."],
        Scorers = [.. Scorers.Select(s => new ScorerRecord(s, s.Name == "length" ? new JsonObject { ["max"] = 400 } : [], Trust: null))],
        Inputs = [new("traces", 3, 4096, 1205), new("-", 1, null, 0)],
        Isolation = Isolation.Process,
        Containment = ContainmentReport.Plain("there are no layers for this system"),
        AllowlistHash = new string('d', 64),
        Worst =
        [
            new("tr-0af7651916cd43dd8448eb211c80319c", null, [("citation", "No source [red]in[/] the answer."), ("tone", null)]),
            new("tr-1", "conv-1", [("turns", "Too\nmany " + new string('x', 400))]),
        ],
    };

    private static ScorerDescription Scorer(string name, char hash, ScorerLevel level, IReadOnlyList<Aggregation> aggregations, EntryParameter parameter) => new()
    {
        Name = name,
        Path = $"scorers/{name}.csx",
        Hash = new string(hash, 64),
        Level = level,
        Parameters = [parameter],
        Returns = "bool",
        Aggregations = aggregations,
    };
}
