using ScriptHost.Records;
using ScriptHost.Scoring;
using ScriptHost.Traces;

namespace ScriptHost.Runs;

/// <summary>
/// Scoring, played through with a trace and a scorer of next to nothing: the runtime loads and compiles code at its first use, which takes longer than to score
/// a small file. Done beside finding and checking scripts, it is out of the way when the first trace is read.
/// </summary>
internal static class ScoringRehearsal
{
    private const string Name = "rehearsal";

    private static ReadOnlySpan<byte> Trace => """
        {"info": {"trace_id": "rehearsal", "request_time": "2026-01-01T00:00:00Z", "state": "OK", "trace_metadata": {}, "tags": {}}, "data": {"spans": [
        {"span_id": "1", "parent_span_id": null, "name": "rehearsal", "start_time_unix_nano": 1, "end_time_unix_nano": 2,
        "attributes": {"mlflow.spanType": "\"CHAIN\"", "mlflow.spanInputs": "{\"question\": \"a\"}", "mlflow.spanOutputs": "\"b \\\"c\\\"\""}}]}}
        """u8;

    /// <summary>Begins on another thread. Nobody waits for it, and it shares nothing with what is scored.</summary>
    public static void Begin() => _ = Task.Run(Play);

    /// <summary>Plays it.</summary>
    /// <returns>What the call gave; null when there was none.</returns>
    public static ScorerResult? Play()
    {
        var entry = ScriptEntry.Of(Name, Name, hash: "", (string outputs) => outputs.Length);
        if (EntryBinding.Bind(entry).Scorer is not { } scorer)
        {
            return null;
        }

        var json = Trace.ToArray();
        var trace = MlflowTrace.Parse(json, new(isWhole: false));
        var writer = new WireWriter();
        var outcomes = new OutcomeWriter(new([Name]), writer);
        ShardFormat.Write(writer, new TraceHead
        {
            Id = trace.Id,
            Content = ContentHash.Of(json),
            SessionId = trace.SessionId,
            RequestTime = trace.RequestTime.UtcTicks,
            IsSelected = true,
            Place = new(0, 0, json.Length),
            At = (0, 1),
        });
        outcomes.Begin();
        var result = new ScorerRunner(TimeSpan.FromSeconds(1)).Ask(scorer, new(trace), CancellationToken.None);
        outcomes.Add(0, result, cost: null);
        outcomes.End();

        return result;
    }
}
