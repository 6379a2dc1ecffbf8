using System.CommandLine;
using ScriptHost.Runs;
using ScriptHost.Scoring;
using ScriptHost.Workers;

namespace ScriptHost.Cli;

/// <summary><c>scripthost try</c>: one scorer on one trace, and all there is to know about it.</summary>
internal static class TryCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var scorer = new Argument<string>("SCORER") { Description = "A scorer's name, also with settings (length:min=50), the path of a .csx file, or a member of --preset." };
        var trace = new Argument<string>("TRACE") { Description = "A trace's id or its beginning, or the path of a file with one trace." };
        var traces = Options.Traces();
        var selection = new SelectionOptions();
        var timeout = Options.Timeout();
        var isolation = Options.Isolation();

        var command = new Command("try", "Scores one trace with one scorer and shows everything; writes nothing.") { scorer, trace, traces, timeout, isolation };
        selection.Common.ToList().ForEach(command.Add);

        return command.Does(
            (parse, terminal, cancellationToken) =>
            {
                var options = new RunOptions { Timeout = parse.GetValue(timeout) ?? Defaults.Timeout, Isolation = parse.GetValue(isolation) ?? Defaults.Isolation };
                using var host = ScoringHost.For(options);
                if (Load(terminal, selection.Read(parse), parse.GetRequiredValue(scorer), host, cancellationToken) is not { } report)
                {
                    return ExitCode.BadInput;
                }

                var name = parse.GetRequiredValue(trace);
                var isFile = File.Exists(name);
                IReadOnlyList<string> inputs = isFile ? [name] : parse.GetRequiredValue(traces);
                var facts = isFile ? TraceFinding.OnlyOf(name, cancellationToken) : TraceFinding.ById(inputs, name, cancellationToken);
                TraceFactList.Print(terminal, facts);
                Loading.TellTrusted(terminal, report);
                var (outcomes, run) = new UnitScoring(options with { Traces = inputs }, host).Score(report, facts, cancellationToken);

                return Print(terminal, outcomes, run);
            });
    }

    private static LoadReport? Load(Terminal terminal, ScorerSelection selection, string scorer, IScoringHost host, CancellationToken cancellationToken)
    {
        if (selection.PresetNames.Count == 0)
        {
            return scorer.EndsWith(".csx", StringComparison.OrdinalIgnoreCase) || scorer.IndexOfAny([':', '=', ',']) < 0
                ? Loading.One(terminal, selection.Scorers, scorer, selection.Allowlist, host, cancellationToken)
                : (selection with { Named = [scorer] }).Load(terminal, host, cancellationToken);
        }

        var report = selection.Load(terminal, host, cancellationToken);

        return report is null || report.Scorers.Any(s => s.Name == scorer)
            ? report?.Only(s => s.Name == scorer)
            : throw new InputException($"The preset has no member '{scorer}'.{Suggestion.Sentence(scorer, report.Scorers.Select(s => s.Name))}");
    }

    private static ExitCode Print(Terminal terminal, IReadOnlyList<Outcome> outcomes, RunRecord run)
    {
        // A session scorer has nothing to say of a lone trace but that it is skipped; that stands in its outcome.
        var list = new OutcomeList(terminal, isFull: true);
        foreach (var outcome in outcomes)
        {
            list.Print(outcome);
        }

        terminal.Say();
        terminal.Say($"Took {DurationText.Of(run.Duration)}, reading the trace included.");
        if (run.EndedEarly is { } why)
        {
            terminal.Tell($"Scoring ended early: {why}");

            return run.ExitCode;
        }

        return outcomes.Any(o => o.Kind == OutcomeKind.Error) ? ExitCode.ScorerErrors : ExitCode.Success;
    }
}
