using System.Text.Json.Nodes;
using ScriptHost.Scoring;

namespace ScriptHost.Runs;

/// <summary>Makes the record of a run that is over.</summary>
/// <param name="options">What was asked for.</param>
/// <param name="scorers">What was loaded.</param>
/// <param name="merge">What came of it.</param>
internal sealed class RunRecording(RunOptions options, LoadReport scorers, RunMerge merge)
{
    /// <summary>The record of the run, with its verdicts.</summary>
    /// <param name="startedAt">When it began.</param>
    /// <param name="endedEarly">Why it ended before all was scored; null when it came to its end.</param>
    /// <param name="host">Where scripts ran.</param>
    /// <param name="earlier">The run that outcomes were taken over from; null when none was named.</param>
    public RunRecord Record(DateTimeOffset startedAt, string? endedEarly, IScoringHost host, string? earlier)
    {
        var metrics = merge.Outcomes.Metrics.Records(i => merge.Outcomes.Counts.Of(i, OutcomeKind.NotApplicable));
        var exitCode = UngatedExitCode(endedEarly is not null, host.Hung.IsCompleted);

        return Record(startedAt, endedEarly, host, earlier, metrics, exitCode).Judged(RunVerdicts.Of(scorers.Preset, metrics));
    }

    private ScorerRecord ScorerOf(int index)
    {
        var (scorer, setup, image) = (scorers.Scorers[index], scorers.Setups[index], scorers.Images[index]);
        var settings = new JsonObject();
        foreach (var parameter in scorer.Parameters)
        {
            if (parameter.Subject is null)
            {
                settings.Add(parameter.Name, setup.Settings.TryGetPropertyValue(parameter.Name, out var value) ? value?.DeepClone() : JsonNode.Parse(parameter.Default ?? "null"));
            }
        }

        return new(scorer, settings, image.Trust) { Scorer = image.Name, Where = setup.Where };
    }

    private RunRecord Record(DateTimeOffset startedAt, string? endedEarly, IScoringHost host, string? earlier, IReadOnlyList<MetricRecord> metrics, ExitCode exitCode) => new()
    {
        RunId = "",
        StartedAt = startedAt,
        Duration = TimeProvider.System.GetUtcNow() - startedAt,
        ExitCode = exitCode,
        UngatedExitCode = exitCode,
        EndedEarly = endedEarly,
        Metrics = metrics,
        Outcomes = merge.Outcomes.Counts.Records(),
        TracesRead = merge.Read,
        TracesMalformed = merge.Malformed,
        TracesDuplicate = merge.Duplicates,
        Sessions = merge.SessionCount,
        Problems = merge.Problems.Sentences(),
        Scorers = [.. scorers.Scorers.Select((_, i) => ScorerOf(i))],
        Preset = scorers.Preset,
        Inputs = merge.Inputs.Records(),
        Isolation = options.Isolation,
        Containment = host.Containment,
        AllowlistHash = scorers.Allowlist.Hash,
        Profile = options.IsProfiled ? merge.Outcomes.Profile.Record(scorers.Compiling) : null,
        Reused = earlier is null ? null : new(earlier, merge.Outcomes.Counts.TakenOver),
        Worst = merge.Outcomes.Failures.Worst,
    };

    // The precedence of design, without the thresholds that come after bad input: cancelled, bad input, too many errors, nothing scored.
    private ExitCode UngatedExitCode(bool isStopped, bool hasHung) => true switch
    {
        _ when isStopped && !hasHung => ExitCode.Cancelled,
        _ when options.Strict && merge.Malformed > 0 => ExitCode.BadInput,
        _ when hasHung => ExitCode.ScorerErrors,
        _ when merge.Outcomes.Counts.Errors > options.MaxErrors => ExitCode.ScorerErrors,
        _ when merge.Outcomes.Counts.Scored == 0 => ExitCode.NothingScored,
        _ => ExitCode.Success,
    };
}
