using ScriptHost.Contract;
using ScriptHost.Scoring;

namespace ScriptHost.Runs;

/// <summary>All feedback of one name.</summary>
internal sealed record MetricRecord
{
    /// <summary>The feedback's name.</summary>
    public required string Name { get; init; }

    /// <summary>The scorer that gave it.</summary>
    public required string Scorer { get; init; }

    /// <summary>The metrics, in the order that the scorer names them; empty when no value counts as a number.</summary>
    public required IReadOnlyList<AggregatedValue> Values { get; init; }

    /// <summary>The metrics that were asked for, whether there is a value or not.</summary>
    public IReadOnlyList<Aggregation> Aggregations { get; init; } = [];

    /// <summary>How many values count as a number, the denominator.</summary>
    public required long Count { get; init; }

    /// <summary>How many of these values are yes, true or exactly 1.</summary>
    public long Passes { get; init; }

    /// <summary>How many values are texts that count as no number.</summary>
    public required long Uncounted { get; init; }

    /// <summary>How many feedbacks are errors.</summary>
    public required long Errors { get; init; }

    /// <summary>How many of the scorer's pairs were not applicable; 0 for a feedback that has a name of its own.</summary>
    public required long NotApplicable { get; init; }

    /// <summary>The first error's code and message; null when there is none.</summary>
    public string? FirstError { get; init; }
}
