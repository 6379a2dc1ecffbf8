// Does the assistant keep what it was told? yes or no: no, when it asks a question that it asked in an earlier turn, and that the user came back from. Reads the
// answers of the session; two questions are the same when they are alike (1 − edit distance / length, small letters) by 'similarity' or more.
Feedback Kept(Session session, double similarity = 0.85)
{
    var asked = session.Index()
        .Where(t => t.Item.Outputs is not null)
        .SelectMany(t => Text.Sentences(t.Item.Messages[^1].Content).Where(s => s.TrimEnd('"', '”', ')').EndsWith('?')), (t, s) => (Turn: t.Index + 1, Question: s))
        .ToList();
    if (session.Count < 2 || asked.Count == 0)
    {
        return Feedback.NotApplicable("The assistant asks nothing, or the conversation has one turn.");
    }

    var again = asked.Where(a => asked.Any(e => e.Turn < a.Turn && Text.LevenshteinSimilarity(Text.Normalize(e.Question), Text.Normalize(a.Question)) >= similarity)).ToList();

    return again.Count == 0
        ? new Feedback("yes", $"{asked.Count} questions, none of them twice.")
        : new Feedback("no", $"Asked again: {string.Join(", ", again.Select(a => $"“{a.Question}” in turn {a.Turn}"))}.");
}

return Scorer.Define(Kept, description: "Whether the assistant never asks again what it has asked already: yes or no.");
