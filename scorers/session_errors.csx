// How many turns of the conversation failed? A number, 0 and up. Reads the state of each turn.
Feedback Errors(Session session)
{
    var failed = session.Index().Where(t => t.Item.State == TraceState.Error).Select(t => t.Index + 1).ToList();

    return new Feedback(failed.Count, failed.Count == 0 ? "No turn failed." : $"Of {session.Count} turns, these failed: {string.Join(", ", failed)}.");
}

return Scorer.Define(Errors, description: "How many turns of the conversation failed: 0 and up.", aggregations: [Aggregation.Mean, Aggregation.Max, Aggregation.Sum]);
