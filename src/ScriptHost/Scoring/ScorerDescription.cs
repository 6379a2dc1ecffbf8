using ScriptHost.Contract;

namespace ScriptHost.Scoring;

/// <summary>What is known of a scorer once its script ran: plain data that can cross a process boundary.</summary>
internal sealed record ScorerDescription
{
    /// <summary>The scorer's name.</summary>
    public required string Name { get; init; }

    /// <summary>The script's file, for people.</summary>
    public required string Path { get; init; }

    /// <summary>SHA-256 of the script's source, 64 lower-case hexadecimal digits.</summary>
    public required string Hash { get; init; }

    /// <summary>What it is called on.</summary>
    public required ScorerLevel Level { get; init; }

    /// <summary>Its entry's parameters, in order.</summary>
    public required IReadOnlyList<EntryParameter> Parameters { get; init; }

    /// <summary>Whether its code names what needs more of a trace than its root span, or may do so for all that is known.</summary>
    public bool NamesSpans { get; init; } = true;

    /// <summary>Whether it may ask for spans behind the root: it is handed whole traces, and its code does not rule it out.</summary>
    public bool ReadsSpans => Level == ScorerLevel.Session || (NamesSpans && Parameters.Any(p => p.Subject == Subject.Trace));

    /// <summary>Its entry's C# return type, for people.</summary>
    public required string Returns { get; init; }

    /// <summary>One sentence for people; null when the script gives none.</summary>
    public string? Description { get; init; }

    /// <summary>How its values become metrics; never null, the mean when the script names none.</summary>
    public required IReadOnlyList<Aggregation> Aggregations { get; init; }
}
