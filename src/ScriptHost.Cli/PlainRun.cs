using ScriptHost.Runs;

namespace ScriptHost.Cli;

/// <summary>
/// Reads what most runs are asked for. To make System.CommandLine ready takes longer than to load a scorer and to score with it; what is not plain, or wrong,
/// is for <see cref="RunCommand"/>, which reads the same out of all that this reads.
/// </summary>
internal static class PlainRun
{
    /// <summary>What to do; null when System.CommandLine has to say it.</summary>
    /// <param name="args">The arguments, without the command.</param>
    public static RunArguments? Read(ReadOnlySpan<string> args)
    {
        if (PlainArguments.Read(args, KindOf) is not { } given)
        {
            return null;
        }

        var format = given["--format"] ?? RunArguments.Formats[0];
        var timeout = given["--timeout"] is { } time ? DurationText.Parse(time) : Defaults.Timeout;
        var isolation = given["--isolation"] is { } place ? IsolationName.Parse(place) : Defaults.Isolation;
        var memory = given["--memory"] is { } size ? SizeText.Parse(size) : Defaults.Memory;
        var jobs = given["--jobs"] is { } calls ? NumberText.Parse(calls, least: 1, ScoringOptions.MostJobs) : Environment.ProcessorCount;
        var maxErrors = given["--max-errors"] is { } most ? NumberText.Parse(most, least: 0) : 0;
        var limit = given["--limit"] is { } traces ? NumberText.Parse(traces, least: 1) : null;
        var isWrong = timeout is null || isolation is null || memory is null || jobs is null || maxErrors is null
            || (limit is null && given.Has("--limit"))
            || (given.Has("--reuse-errors") && !given.Has("--reuse"))
            || !RunArguments.Formats.Contains(format);

        return isWrong ? null : new()
        {
            Options = new()
            {
                Traces = given.Others.Count == 0 ? [Defaults.Traces] : given.Others,
                Limit = (int?)limit,
                TraceIds = given.All("--trace-id"),
                Jobs = (int)jobs.GetValueOrDefault(),
                Timeout = timeout.GetValueOrDefault(),
                Isolation = isolation.GetValueOrDefault(),
                Memory = memory.GetValueOrDefault(),
                RequiresContainment = given.Has("--require-containment"),
                MaxErrors = maxErrors.GetValueOrDefault(),
                Strict = given.Has("--strict"),
                IsProfiled = given.Has("--profile"),
                ReusesErrors = given.Has("--reuse-errors"),
            },
            Selection = new()
            {
                PresetNames = given.All("--preset"),
                Named = given.All("--scorer"),
                Scorers = given["--scorers"] ?? Defaults.Scorers,
                Presets = given["--presets"] ?? Defaults.Presets,
                Allowlist = given["--allowlist"],
                IsLocked = given.Has("--locked"),
            },
            Results = given["--out"] ?? Defaults.Results,
            Format = format,
            Baseline = given["--baseline"],
            Reuse = given["--reuse"],
            Reports = [],
            CommandLine = args.ToArray(),
        };
    }

    // Where, reports and what is gone on with are read by RunCommand alone.
    private static PlainOption? KindOf(string option) => option switch
    {
        "--strict" or "--profile" or "--reuse-errors" or "--require-containment" or "--locked" => PlainOption.Flag,
        "--preset" or "--scorer" or "--trace-id" => PlainOption.Many,
        "--out" or "--format" or "--limit" or "--jobs" or "--timeout" or "--isolation" or "--memory" or "--max-errors" or "--baseline" or "--reuse"
            or "--scorers" or "--presets" or "--allowlist" => PlainOption.One,
        _ => null,
    };
}
