// Did every turn of the conversation get an answer? yes or no. The parameter session makes this a scorer of sessions.
Feedback Complete(Session session)
{
    var unanswered = new List<string>();
    for (var i = 0; i < session.Count; i++)
    {
        // Without outputs the last message is the question.
        if (session[i].Outputs is null || string.IsNullOrWhiteSpace(session[i].Messages[^1].Content))
        {
            unanswered.Add($"turn {i + 1} ({session[i].State})");
        }
    }

    return unanswered.Count == 0
        ? new Feedback("yes", $"All {session.Count} turns were answered.")
        : new Feedback("no", $"Without an answer: {string.Join(", ", unanswered)} of {session.Count}.");
}

return Scorer.Define(Complete, description: "Whether every turn of the conversation got an answer: yes or no.");
