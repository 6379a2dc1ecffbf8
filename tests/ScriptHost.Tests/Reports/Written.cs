using ScriptHost.Records;
using ScriptHost.Scoring;

namespace ScriptHost.Reports;

/// <summary>Outcomes as lines, by the way that they take in a run: written, and read where they lie.</summary>
internal static class Written
{
    public static void Write(this ResultsWriter results, Outcome outcome, IEnumerable<ScorerDescription> scorers)
    {
        var writer = new WireWriter();
        string[] names = [.. scorers.Select(s => s.Name)];
        new OutcomeFormat(names).Write(writer, [outcome]);
        var unit = new UnitView
        {
            TraceId = outcome.TraceId,
            Key = TraceKey.Of(outcome.TraceId),
            SessionId = OptionalText.Of(outcome.SessionId),
            InSession = OptionalText.Of(outcome.InSession),
        };
        foreach (var view in new OutcomeCursor(writer.Written, unit, names.Length))
        {
            results.Write(unit, view);
        }
    }
}
