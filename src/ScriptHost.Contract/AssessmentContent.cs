namespace ScriptHost.Contract;

/// <summary>What a reader behind an <see cref="Assessment"/> offers; its properties are those of <see cref="Assessment"/>.</summary>
internal sealed record AssessmentContent
{
    public required string Name { get; init; }

    public required bool IsExpectation { get; init; }

    public required JsonText Value { get; init; }

    public AssessmentError? Error { get; init; }

    public string? Rationale { get; init; }

    public AssessmentSource? Source { get; init; }

    public required IReadOnlyDictionary<string, string> Metadata { get; init; }

    public string? SpanId { get; init; }

    public DateTimeOffset? CreateTime { get; init; }

    public bool IsValid { get; init; } = true;
}
