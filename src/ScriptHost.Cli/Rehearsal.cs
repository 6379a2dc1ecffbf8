using ScriptHost.Contract;
using ScriptHost.Records;
using ScriptHost.Reports;
using ScriptHost.Runs;
using ScriptHost.Scoring;

namespace ScriptHost.Cli;

/// <summary>
/// The end of a run, played through with nothing: the runtime loads and compiles code at its first use, which takes longer than all that a short run records
/// and prints. Done beside the start of workers and scripts, it is out of the way when the run comes to its end.
/// </summary>
internal static class Rehearsal
{
    private const string TraceId = "rehearsal";

    /// <summary>Begins on another thread. Nobody waits for it; it writes to nowhere, and shares nothing with the run but what both read.</summary>
    /// <param name="arguments">What the run is to do.</param>
    /// <param name="scorers">Its scorers.</param>
    /// <param name="host">Where they run.</param>
    public static void Begin(RunArguments arguments, LoadReport scorers, IScoringHost host)
    {
        if (scorers.Scorers.Count > 0)
        {
            _ = Task.Run(() => Play(arguments, scorers, host));
        }
    }

    private static void Play(RunArguments arguments, LoadReport scorers, IScoringHost host)
    {
        using var results = new ResultsWriter(Stream.Null, scorers.Scorers);
        using var merge = new RunMerge([], scorers.Scorers, scorers.Preset, results.Write);
        var writer = new WireWriter();
        Outcome[] outcomes = [.. scorers.Scorers.Select(Outcome)];
        new OutcomeFormat([.. scorers.Scorers.Select(s => s.Name)]).Write(writer, outcomes);
        merge.TakeLast(new(writer.Written, new() { TraceId = TraceId, Key = TraceKey.Of(TraceId) }, outcomes.Length));
        var run = new RunRecording(arguments.Options, scorers, merge).Record(TimeProvider.System.GetUtcNow(), endedEarly: null, host, earlier: null);
        RunJson.Of(run);
        if (arguments.Format == "table")
        {
            new RunTable(new(TextWriter.Null, TextWriter.Null, noColor: true)).Print(run, folder: "", explainArguments: "");
        }
    }

    private static Outcome Outcome(ScorerDescription scorer) => new()
    {
        Scorer = scorer.Name,
        TraceId = TraceId,
        Kind = OutcomeKind.Scored,
        Feedbacks = [new(1.0, source: new(AssessmentSourceType.Code, scorer.Name), name: scorer.Name)],
    };
}
