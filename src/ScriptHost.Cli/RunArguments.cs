using ScriptHost.Runs;

namespace ScriptHost.Cli;

/// <summary>What <c>run</c> was asked to do.</summary>
internal sealed record RunArguments
{
    /// <summary>What can be printed, the default first.</summary>
    public static string[] Formats => ["table", "json", "jsonl", "none"];

    /// <summary>What to score.</summary>
    public required RunOptions Options { get; init; }

    /// <summary>What to score with.</summary>
    public required ScorerSelection Selection { get; init; }

    /// <summary>The folder of runs.</summary>
    public required string Results { get; init; }

    /// <summary>What to print: one of <see cref="Formats"/>.</summary>
    public required string Format { get; init; }

    /// <summary>The run to compare with: an id, or the path of a folder; null compares with none.</summary>
    public required string? Baseline { get; init; }

    /// <summary>The run to take outcomes over from: an id, the path of a folder, or last; null takes none.</summary>
    public required string? Reuse { get; init; }

    /// <summary>What to write for others.</summary>
    public required IReadOnlyList<ReportRequest> Reports { get; init; }

    /// <summary>The program's arguments, to ask for the run again.</summary>
    public required IReadOnlyList<string> CommandLine { get; init; }
}
