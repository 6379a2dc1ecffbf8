using System.Globalization;
using ScriptHost.Reports;
using ScriptHost.Runs;

namespace ScriptHost.Cli;

/// <summary>Prints what is understood of traces.</summary>
/// <param name="terminal">Where to.</param>
internal sealed class SurveyList(Terminal terminal)
{
    private const int ShownFaults = 5;
    private const int ShownNames = 10;

    private readonly FactList facts = new(terminal);

    /// <summary>Prints the counts, what is wrong, and what is lacking.</summary>
    public void Print(TraceSurvey survey)
    {
        terminal.Say("Traces");
        facts.Say("read", $"{Count(survey.Traces)} from {Count(survey.Files)} files");
        facts.Say("formats", Counts(survey.Forms));
        facts.Say("time", survey is { First: { } first, Last: { } last } ? $"{JsonFormat.Moment(first)} to {JsonFormat.Moment(last)}" : null);
        facts.Say("states", Counts(survey.States));
        facts.Say("sessions", survey.Sessions == 0 ? "none" : $"{Count(survey.Sessions)}, the longest of {Count(survey.LongestSession)} traces");
        facts.Say("spans", $"{Count(survey.Spans)}{(survey.OpenSpans > 0 ? $", {Count(survey.OpenSpans)} of them without an end" : "")}");
        facts.Say("span types", string.Join(", ", survey.SpanTypes.OrderByDescending(t => t.Value).ThenBy(t => t.Key, StringComparer.Ordinal)
            .Select(t => $"{Count(t.Value)} {(t.Key.Length == 0 ? "untyped" : t.Key)}{(survey.FailedSpans.TryGetValue(t.Key, out var failed) ? $" ({Count(failed)} failed)" : "")}")));
        facts.Say("expected", survey.Expectations.Count == 0 ? "nothing" : Counts(survey.Expectations));
        PrintFaults(survey);
        PrintLacks(survey);
        terminal.Say();
    }

    private void PrintFaults(TraceSurvey survey)
    {
        if (survey.Repeated + survey.Contradicted > 0)
        {
            facts.Say("duplicates", $"{Count(survey.Repeated)} with the same content, {Count(survey.Contradicted)} with other content under the same id; the first one counts");
        }

        if (survey.Malformed == 0)
        {
            return;
        }

        facts.Say("malformed", Count(survey.Malformed));
        foreach (var fault in survey.Faults.Take(ShownFaults))
        {
            facts.Say("", fault);
        }

        if (survey.Malformed > ShownFaults)
        {
            facts.Say("", $"… and {Count(survey.Malformed - ShownFaults)} more");
        }
    }

    private void PrintLacks(TraceSurvey survey)
    {
        var name = "lacking";
        foreach (var (lack, count) in survey.Lacking)
        {
            facts.Say(name, $"{lack.Name} in {(count == survey.Traces ? "all" : $"{Count(count)} of {Count(survey.Traces)}")}: {lack.Meaning}");
            name = "";
        }
    }

    private static string Counts(Dictionary<string, long> counts) =>
        string.Join(", ", counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Take(ShownNames).Select(c => $"{Count(c.Value)} {c.Key}"))
        + (counts.Count > ShownNames ? $", and {Count(counts.Count - ShownNames)} more" : "");

    private static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
