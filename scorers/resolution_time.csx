// How long did the conversation last? Seconds, 0 and up, from the first request to the end of the last turn. Reads the session.
Feedback Lasted(Session session)
{
    try
    {
        var lasted = session[^1].RequestTime + session[^1].Duration - session[0].RequestTime;

        return new Feedback(lasted.TotalSeconds, $"{session.Count} turns from {session[0].RequestTime:u} on.");
    }
    catch (InvalidOperationException)
    {
        return Feedback.NotApplicable("The last turn has not ended.");
    }
}

return Scorer.Define(Lasted, description: "How long the conversation lasted: seconds.", aggregations: [Aggregation.Mean, Aggregation.Median, Aggregation.P90]);
