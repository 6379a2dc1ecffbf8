using ScriptHost.Contract;
using ScriptHost.Scoring;

namespace ScriptHost.Cli;

/// <summary>Prints outcomes for people.</summary>
/// <param name="terminal">Where to.</param>
/// <param name="isFull">Whether sources, metadata and stack traces are wanted too.</param>
internal sealed class OutcomeList(Terminal terminal, bool isFull)
{
    private const int KindWidth = 16;

    /// <summary>Prints one outcome: how it ended, then each feedback with its reason.</summary>
    public void Print(Outcome outcome)
    {
        var kind = outcome.Kind switch
        {
            OutcomeKind.Scored => "scored",
            OutcomeKind.Error => "error",
            OutcomeKind.NotApplicable => "not applicable",
            _ => "skipped",
        };
        terminal.Say($"  {kind,-KindWidth}{Printable.Line(outcome.Scorer)}{Because(outcome.Reason)}");
        foreach (var feedback in outcome.Feedbacks)
        {
            Print(outcome, feedback);
        }
    }

    private static string Because(string? reason) => string.IsNullOrWhiteSpace(reason) ? "" : $": {Printable.Line(reason)}";

    private void Print(Outcome outcome, Feedback feedback)
    {
        var value = feedback.Error is { } error ? $"{error.Code}: {error.Message}" : feedback.Value?.ToString() ?? "";
        SayIndented($"{feedback.Name ?? outcome.Scorer} = {value}");
        SayIndented(feedback.Rationale, deeper: 2);
        if (isFull)
        {
            SayIndented(feedback.Source is { } source ? $"source: {source.Type} {source.Id}" : null, deeper: 2);
            foreach (var (key, fact) in feedback.Metadata)
            {
                SayIndented($"{key}: {fact}", deeper: 2);
            }

            SayIndented(feedback.Error?.StackTrace, deeper: 2);
        }
    }

    private void SayIndented(string? text, int deeper = 0)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        foreach (var line in Printable.Block(text).TrimEnd().Split('\n'))
        {
            terminal.Say($"{new string(' ', 2 + KindWidth + deeper)}{line}".TrimEnd());
        }
    }
}
