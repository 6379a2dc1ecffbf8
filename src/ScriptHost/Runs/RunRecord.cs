using ScriptHost.Containment;
using ScriptHost.Presets;

namespace ScriptHost.Runs;

/// <summary>What a run did: the content of <c>run.json</c>.</summary>
internal sealed record RunRecord
{
    /// <summary>The format of this record; a reader of another major number must refuse it.</summary>
    public const int SchemaVersion = 1;

    /// <summary>The name of the run's folder, such as <c>20261122-143055-1f3a</c>.</summary>
    public required string RunId { get; init; }

    /// <summary>When the run began, UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How long it took, wall-clock.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>What the program exited with.</summary>
    public required ExitCode ExitCode { get; init; }

    /// <summary>What the program would exit with if there were no thresholds; not recorded.</summary>
    public ExitCode UngatedExitCode { get; init; }

    /// <summary>Why the run ended before all was scored (cancelled, a hung scorer); null when it came to its end.</summary>
    public string? EndedEarly { get; init; }

    /// <summary>A row a feedback name, in order of first appearance.</summary>
    public required IReadOnlyList<MetricRecord> Metrics { get; init; }

    /// <summary>How the pairs of each scorer ended, in the order of <see cref="Scorers"/>.</summary>
    public required IReadOnlyList<ScorerOutcomes> Outcomes { get; init; }

    /// <summary>How many traces were well-formed, duplicates not counted.</summary>
    public required long TracesRead { get; init; }

    /// <summary>How many traces were malformed.</summary>
    public required long TracesMalformed { get; init; }

    /// <summary>How many traces had the id of an earlier one.</summary>
    public required long TracesDuplicate { get; init; }

    /// <summary>How many sessions the traces belong to.</summary>
    public required long Sessions { get; init; }

    /// <summary>Malformed traces, repeated ids with other content, and files that could not be read; the first hundred, in input order.</summary>
    public required IReadOnlyList<string> Problems { get; init; }

    /// <summary>The scorers that ran, in order.</summary>
    public required IReadOnlyList<ScorerRecord> Scorers { get; init; }

    /// <summary>What configured the scorers; null when each ran as its script has it.</summary>
    public Preset? Preset { get; init; }

    /// <summary>Whether its thresholds held.</summary>
    public IReadOnlyList<Verdict> Verdicts { get; init; } = [];

    /// <summary>The files that were read, in order.</summary>
    public required IReadOnlyList<InputRecord> Inputs { get; init; }

    /// <summary>Where scripts ran.</summary>
    public required Isolation Isolation { get; init; }

    /// <summary>What of the operating system held them; null when they ran in this process.</summary>
    public required ContainmentReport? Containment { get; init; }

    /// <summary>SHA-256 of the allowlist that held, 64 lower-case hexadecimal digits.</summary>
    public required string AllowlistHash { get; init; }

    /// <summary>What was taken over from an earlier run; null when none was named.</summary>
    public ReuseRecord? Reused { get; init; }

    /// <summary>What the calls cost; null when nobody asked.</summary>
    public ProfileRecord? Profile { get; init; }

    /// <summary>The traces that fail the most judgements, most first, at most five; shown to people, not recorded.</summary>
    public required IReadOnlyList<Failure> Worst { get; init; }

    /// <summary>The run with these verdicts, and the exit code that they lead to. Cancelled and bad input go before a threshold, all else after.</summary>
    public RunRecord Judged(IReadOnlyList<Verdict> verdicts) => this with
    {
        Verdicts = verdicts,
        ExitCode = UngatedExitCode is not (ExitCode.Cancelled or ExitCode.BadInput) && verdicts.Any(v => v.FailsRun) ? ExitCode.ThresholdFailed : UngatedExitCode,
    };
}
