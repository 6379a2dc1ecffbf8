using ScriptHost.Contract;

namespace ScriptHost;

/// <summary>A span that a test states; a root span when it does not say.</summary>
internal sealed class SomeSpan(JsonText inputs, JsonText outputs) : SpanContent
{
    public string Own { get; init; } = "1";

    public string? Above { get; init; }

    public string? Kind { get; init; }

    public long Start { get; init; }

    public string? Failure { get; init; }

    public IReadOnlyList<EventContent> Happened { get; init; } = [];

    public override string Id => Own;

    public override string? ParentId => Above;

    public override string Name => Above is null ? "root" : $"span {Own}";

    public override string? Type => Kind;

    public override SpanStatus Status => Failure is null ? SpanStatus.Ok : SpanStatus.Error;

    public override string? StatusMessage => Failure is "" ? null : Failure;

    public override JsonText Inputs => inputs;

    public override JsonText Outputs => outputs;

    public override IReadOnlyDictionary<string, JsonText> Attributes => new Dictionary<string, JsonText>();

    public override IReadOnlyList<EventContent> Events => Happened;

    public override long StartTimeUnixNano => Start;

    public override long? EndTimeUnixNano => Start + 1_000_000;
}
