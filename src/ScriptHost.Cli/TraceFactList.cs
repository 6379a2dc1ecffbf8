using ScriptHost.Reports;
using ScriptHost.Runs;

namespace ScriptHost.Cli;

/// <summary>Prints what is known of a trace.</summary>
internal static class TraceFactList
{
    private const int Shown = 2000;

    /// <summary>Prints the trace's id and its facts.</summary>
    public static void Print(Terminal terminal, TraceFacts trace)
    {
        var facts = new FactList(terminal);
        terminal.Say(Printable.Line(trace.Id));
        facts.Say("file", trace.Place);
        facts.Say("state", trace.State);
        facts.Say("time", JsonFormat.Moment(trace.RequestTime));
        facts.Say("duration", trace.Duration is { } duration ? DurationText.Of(duration) : null);
        facts.Say("session", trace.SessionId);
        facts.Say("user", trace.UserId);
        facts.Say("tags", string.Join(", ", trace.Tags.Select(t => $"{t.Key}={t.Value}")));
        facts.Say("spans", Spans(trace));
        facts.Say("assessments", trace.Assessments == 0 ? null : $"{trace.Assessments} in the file");
        facts.SayBlock("inputs", trace.Inputs, Shown);
        facts.Say("", trace.InputsFrom is { } inputs ? $"({inputs})" : null);
        facts.SayBlock("outputs", trace.Outputs, Shown);
        facts.Say("", trace.OutputsFrom is { } outputs ? $"({outputs})" : null);
        foreach (var (name, value) in trace.Expectations)
        {
            facts.SayBlock("expected", $"{name}: {value}", Shown);
        }

        for (var i = 0; i < trace.Lacks.Count; i++)
        {
            facts.Say(i == 0 ? "lacks" : "", $"{trace.Lacks[i].Name}: {trace.Lacks[i].Meaning}");
        }

        terminal.Say();
    }

    private static string Spans(TraceFacts trace)
    {
        var types = trace.Spans.Select(s => $"{s.Count} {(s.Type.Length == 0 ? "untyped" : s.Type)}{(s.Errors > 0 ? $" ({s.Errors} failed)" : "")}");

        return trace.Spans.Count == 0 ? "none" : string.Join(", ", types);
    }
}
