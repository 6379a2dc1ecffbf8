using System.Xml;
using ScriptHost.Comparison;

namespace ScriptHost.Reports;

/// <summary>A case of JUnit's: one feedback, or one pair that has none.</summary>
/// <param name="ClassName">The feedback's name; the scorer's where there is no feedback.</param>
/// <param name="Name">The trace, or the session.</param>
/// <param name="State">How it ended.</param>
/// <param name="Message">What to say of it; null of a pass.</param>
/// <param name="Text">Why it passed or what it measured; null when nobody says.</param>
internal sealed record JUnitCase(string ClassName, string Name, JUnitState State, string? Message, string? Text)
{
    /// <summary>The cases of a run, in the order of its results.</summary>
    public static IEnumerable<JUnitCase> Read(RunHead run) => ResultsReading.Read(run.ResultsPath).SelectMany(o => Of(o, run));

    /// <summary>Writes it.</summary>
    public void Write(XmlWriter xml)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", JUnitXml.Allowed(ClassName));
        xml.WriteAttributeString("name", JUnitXml.Allowed(Name));
        if (State != JUnitState.Pass)
        {
            xml.WriteStartElement(State switch { JUnitState.Failure => "failure", JUnitState.Error => "error", _ => "skipped" });
            xml.WriteAttributeString("message", JUnitXml.Allowed(Message ?? ""));
            xml.WriteEndElement();
        }

        if (!string.IsNullOrEmpty(Text))
        {
            xml.WriteElementString("system-out", JUnitXml.Allowed(Text));
        }

        xml.WriteEndElement();
    }

    private static IEnumerable<JUnitCase> Of(RecordedOutcome outcome, RunHead run)
    {
        var unit = outcome.SessionId is { } session ? $"session {session}" : outcome.TraceId;
        if (outcome.Feedbacks.Count == 0)
        {
            var state = outcome.Outcome == OutcomeName.Of(Scoring.OutcomeKind.Error) ? JUnitState.Error : JUnitState.Skipped;

            return [new(outcome.Scorer, unit, state, outcome.Reason ?? outcome.Outcome, Text: null)];
        }

        return outcome.Feedbacks.Select(f => Of(f, unit, run));
    }

    private static JUnitCase Of(RecordedFeedback feedback, string unit, RunHead run)
    {
        var (kind, number, text) = feedback.Value;
        var fails = run.Directions.GetValueOrDefault(feedback.Name) == Direction.Lower ? 1 : 0;

        return kind switch
        {
            RecordedValueKind.Error => new(feedback.Name, unit, JUnitState.Error, text, feedback.Rationale),
            RecordedValueKind.PassFail when number.Equals(fails) => new(feedback.Name, unit, JUnitState.Failure, feedback.Rationale ?? text, Text: null),
            RecordedValueKind.PassFail => new(feedback.Name, unit, JUnitState.Pass, Message: null, feedback.Rationale),
            _ => new(feedback.Name, unit, JUnitState.Pass, Message: null, feedback.Rationale is { } why ? $"{text}: {why}" : text),
        };
    }
}
