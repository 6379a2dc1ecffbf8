using ScriptHost.Contract;

namespace ScriptHost.Runs;

/// <summary>A trace that has just what filters look at.</summary>
internal sealed class FilterTrace : TraceContent
{
    public override string Id => "tr-1";

    public override TraceState State => TraceState.Error;

    public override DateTimeOffset RequestTime => new(2026, 11, 22, 14, 30, 0, TimeSpan.Zero);

    public override TimeSpan? Duration => TimeSpan.FromMilliseconds(1500);

    public override string? SessionId => "it's one";

    public override string? UserId => null;

    public override IReadOnlyDictionary<string, string> Tags { get; } = new Dictionary<string, string>
    {
        ["env"] = "prod",
        ["my key"] = "blank",
        ["mlflow.traceName"] = "support_agent",
        ["note"] = "first line\nsecond line",
        ["long"] = new string('a', 40) + "!",
    };

    public override IReadOnlyDictionary<string, string> Metadata { get; } = new Dictionary<string, string> { ["mlflow.sourceRun"] = "run-7" };

    public override IReadOnlyDictionary<string, JsonText> Expectations { get; } = new Dictionary<string, JsonText>();

    public override IReadOnlyList<AssessmentContent> Assessments => [];

    public override TokenUsage? TokenUsage => null;

    public override IReadOnlyList<SpanContent> Spans => [];

    public override int Root => -1;

    public override JsonText Inputs => default;

    public override JsonText Outputs => default;
}
