using System.CommandLine;
using ScriptHost.Runs;
using ScriptHost.Scoring;
using ScriptHost.Workers;

namespace ScriptHost.Cli;

/// <summary><c>scripthost explain</c>: what every scorer says of one trace and its session, and why.</summary>
internal static class ExplainCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var trace = new Argument<string>("TRACE") { Description = "A trace's id, or its beginning of at least six characters." };
        var traces = Options.Traces();
        var selection = new SelectionOptions();
        var timeout = Options.Timeout();
        var isolation = Options.Isolation();

        var command = new Command("explain", "Shows a trace and what every scorer says of it and of its session.") { trace, traces, timeout, isolation };
        selection.All.ToList().ForEach(command.Add);

        return command.Does(
            (parse, terminal, cancellationToken) =>
            {
                var options = new RunOptions { Timeout = parse.GetValue(timeout) ?? Defaults.Timeout, Isolation = parse.GetValue(isolation) ?? Defaults.Isolation };
                using var host = ScoringHost.For(options);
                if (selection.Read(parse).Load(terminal, host, cancellationToken) is not { } report)
                {
                    return ExitCode.BadInput;
                }

                var inputs = parse.GetRequiredValue(traces);
                var facts = TraceFinding.ById(inputs, parse.GetRequiredValue(trace), cancellationToken);
                TraceFactList.Print(terminal, facts);
                Loading.TellTrusted(terminal, report);
                var (outcomes, run) = new UnitScoring(options with { Traces = inputs }, host).Score(report, facts, cancellationToken);
                Print(terminal, outcomes, facts);
                if (run.EndedEarly is not { } why)
                {
                    return ExitCode.Success;
                }

                terminal.Tell($"Scoring ended early: {why}");

                return run.ExitCode;
            });
    }

    private static void Print(Terminal terminal, IReadOnlyList<Outcome> outcomes, TraceFacts trace)
    {
        var list = new OutcomeList(terminal, isFull: false);
        terminal.Say(Counts(outcomes));
        foreach (var outcome in outcomes.Where(o => o.SessionId is null))
        {
            list.Print(outcome);
        }

        if (outcomes.Any(o => o.SessionId is not null))
        {
            terminal.Say();
            terminal.Say($"Session {Printable.Line(trace.SessionId ?? "")}");
            foreach (var outcome in outcomes.Where(o => o.SessionId is not null))
            {
                list.Print(outcome);
            }
        }
    }

    private static string Counts(IReadOnlyList<Outcome> outcomes)
    {
        int Of(OutcomeKind kind) => outcomes.Count(o => o.Kind == kind);

        return $"{outcomes.Count} scorers: {Of(OutcomeKind.Scored)} scored, {Of(OutcomeKind.Error)} in error, {Of(OutcomeKind.NotApplicable)} not applicable, {Of(OutcomeKind.Skipped)} skipped";
    }
}
