using ScriptHost.Contract;

namespace ScriptHost;

/// <summary>A root span that a test states.</summary>
internal sealed class SomeSpan(JsonText inputs, JsonText outputs) : SpanContent
{
    public override string Id => "1";

    public override string? ParentId => null;

    public override string Name => "root";

    public override string? Type => null;

    public override SpanStatus Status => SpanStatus.Ok;

    public override string? StatusMessage => null;

    public override JsonText Inputs => inputs;

    public override JsonText Outputs => outputs;

    public override IReadOnlyDictionary<string, JsonText> Attributes => new Dictionary<string, JsonText>();

    public override IReadOnlyList<EventContent> Events => [];

    public override long StartTimeUnixNano => 0;

    public override long? EndTimeUnixNano => 1_000_000;
}
