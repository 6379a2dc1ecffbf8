using ScriptHost.Contract;

namespace ScriptHost;

/// <summary>A trace that a test states; one root span when it has inputs or outputs.</summary>
internal sealed class SomeTrace : TraceContent
{
    public required string TraceId { get; init; }

    public JsonText Given { get; init; }

    public JsonText Answered { get; init; }

    public required IReadOnlyDictionary<string, JsonText> Expected { get; init; }

    public required IReadOnlyDictionary<string, string> Labels { get; init; }

    /// <summary>Further spans, behind the root.</summary>
    public IReadOnlyList<SpanContent> Steps { get; init; } = [];

    public override string Id => TraceId;

    public override TraceState State => TraceState.Ok;

    public override DateTimeOffset RequestTime => DateTimeOffset.UnixEpoch;

    public override TimeSpan? Duration => null;

    public override string? SessionId => null;

    public override string? UserId => null;

    public override IReadOnlyDictionary<string, string> Tags => Labels;

    public override IReadOnlyDictionary<string, string> Metadata => new Dictionary<string, string>();

    public override IReadOnlyDictionary<string, JsonText> Expectations => Expected;

    public override IReadOnlyList<AssessmentContent> Assessments => [];

    public override TokenUsage? TokenUsage => null;

    public override IReadOnlyList<SpanContent> Spans => Root < 0 ? Steps : [new SomeSpan(Given, Answered), .. Steps];

    public override int Root => Given.IsAbsent && Answered.IsAbsent ? -1 : 0;

    public override JsonText Inputs => Given;

    public override JsonText Outputs => Answered;
}
