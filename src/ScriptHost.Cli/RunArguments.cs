using ScriptHost.Runs;

namespace ScriptHost.Cli;

/// <summary>What <c>run</c> was asked to do.</summary>
internal sealed record RunArguments
{
    /// <summary>What to score.</summary>
    public required RunOptions Options { get; init; }

    /// <summary>The folder of scorer scripts.</summary>
    public required string Scorers { get; init; }

    /// <summary>The file of what scripts may use; null takes the list that ships.</summary>
    public required string? Allowlist { get; init; }

    /// <summary>The scorers to run; empty runs all.</summary>
    public required IReadOnlyList<string> ScorerNames { get; init; }

    /// <summary>The folder of runs.</summary>
    public required string Results { get; init; }

    /// <summary>What to print: <c>table</c>, <c>json</c>, <c>jsonl</c> or <c>none</c>.</summary>
    public required string Format { get; init; }

    /// <summary>The folder for the traces with their new assessments; null writes none.</summary>
    public required string? MlflowFolder { get; init; }

    /// <summary>The program's arguments, to ask for the run again.</summary>
    public required IReadOnlyList<string> CommandLine { get; init; }
}
