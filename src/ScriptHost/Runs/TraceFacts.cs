namespace ScriptHost.Runs;

/// <summary>What people want to know of a trace: plain data, read once.</summary>
internal sealed record TraceFacts
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>The file and the line where it begins.</summary>
    public required string Place { get; init; }

    /// <summary>How the request ended, as MLflow writes it.</summary>
    public required string State { get; init; }

    /// <summary>When the request came.</summary>
    public required DateTimeOffset RequestTime { get; init; }

    /// <summary>How long the request took; null when the trace does not say.</summary>
    public required TimeSpan? Duration { get; init; }

    /// <summary>The session; null when it belongs to none.</summary>
    public required string? SessionId { get; init; }

    /// <summary>The application's user; null when the trace does not say.</summary>
    public required string? UserId { get; init; }

    /// <summary>The spans by type, most frequent first; a span without a type has an empty one.</summary>
    public required IReadOnlyList<(string Type, int Count, int Errors)> Spans { get; init; }

    /// <summary>The tags, in file order.</summary>
    public required IReadOnlyList<(string Key, string Value)> Tags { get; init; }

    /// <summary>What was expected, as text by name.</summary>
    public required IReadOnlyList<(string Name, string Value)> Expectations { get; init; }

    /// <summary>How many assessments the trace already carries.</summary>
    public required int Assessments { get; init; }

    /// <summary>What a scorer with <c>string inputs</c> sees; null when there are none.</summary>
    public required string? Inputs { get; init; }

    /// <summary>What a scorer with <c>string outputs</c> sees; null when there are none.</summary>
    public required string? Outputs { get; init; }

    /// <summary>Which attribute gave the inputs, for people; null when there are none.</summary>
    public string? InputsFrom { get; init; }

    /// <summary>Which attribute gave the outputs, for people; null when there are none.</summary>
    public string? OutputsFrom { get; init; }

    /// <summary>What it lacks of what scorers may ask for, and what follows from that.</summary>
    public IReadOnlyList<(string Name, string Meaning)> Lacks { get; init; } = [];
}
