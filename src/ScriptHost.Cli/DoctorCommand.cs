using System.CommandLine;
using ScriptHost.Runs;
using ScriptHost.Scripting;
using ScriptHost.Traces;
using ScriptHost.Workers;

namespace ScriptHost.Cli;

/// <summary><c>scripthost doctor</c>: what is understood of traces, and which shipped scorers apply to them.</summary>
internal static class DoctorCommand
{
    private const int Sampled = 200;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var traces = new Argument<string[]>("TRACES")
        {
            Description = "Trace files, folders or globs.",
            Arity = ArgumentArity.ZeroOrMore,
            DefaultValueFactory = _ => [Defaults.Traces],
        };
        var limit = Options.Number("--limit", $"On how many traces the shipped scorers are tried. Default: {Sampled}.", least: 1);
        var preset = new Option<string?>("--preset-out") { Description = "Write a preset of the scorers that apply to these traces; a file that is there stays.", HelpName = "FILE" };
        var isolation = Options.Isolation();

        return new Command("doctor", "Says what is understood of traces, and which shipped scorers apply to them.") { traces, limit, preset, isolation }.Does(
            (parse, terminal, cancellationToken) =>
            {
                var inputs = parse.GetRequiredValue(traces);
                if (inputs.Contains("-"))
                {
                    throw new InputException("doctor reads the traces twice, which standard input cannot give; write them to a file first.");
                }

                var starter = parse.GetValue(preset) is { } path ? new StarterPreset(path) : null;
                using var survey = Survey(inputs, cancellationToken);
                new SurveyList(terminal).Print(survey);
                if (survey.Traces == 0)
                {
                    terminal.Tell("There is no well-formed trace, so nothing more can be said. Files end in .json, .jsonl or .ndjson, or one of these and .gz.");

                    return ExitCode.NothingScored;
                }

                var options = new RunOptions { Traces = inputs, Limit = (int?)parse.GetValue(limit) ?? Sampled, Isolation = parse.GetValue(isolation) ?? Defaults.Isolation, Memory = Defaults.Memory };
                var tried = Try(options, cancellationToken);
                new ApplicabilityTable(terminal).Print(tried, Math.Min(survey.Traces, options.Limit ?? Sampled));
                if (starter is not null)
                {
                    terminal.Tell(starter.Write(tried, survey, inputs));
                }

                return ExitCode.Success;
            });
    }

    private static TraceSurvey Survey(IReadOnlyList<string> inputs, CancellationToken cancellationToken)
    {
        var survey = new TraceSurvey();
        foreach (var document in TraceReading.Documents(inputs))
        {
            cancellationToken.ThrowIfCancellationRequested();
            survey.Add(document);
        }

        return survey;
    }

    private static List<Applicability> Try(RunOptions options, CancellationToken cancellationToken)
    {
        using var host = ScoringHost.For(options);
        var report = ScorerLoading.LoadSources(BuiltInScripts.All(), Loading.TopLevelTime, AllowlistText.Embedded, host, cancellationToken);
        var tried = report.Scorers.Select(s => new Applicability(s)).ToList();
        string[] names = [.. report.Scorers.Select(s => s.Name)];
        RunEngine.Run(options, report, host, journal: null, earlier: null, (in unit, in outcome) => tried[outcome.Scorer].Add(outcome.ToOutcome(unit, names)), progress: null, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();

        return tried;
    }
}
