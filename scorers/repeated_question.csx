// How many turns ask what an earlier turn asked? A number, 0 and up: a user who asks again got no answer. Reads the session: the member 'field' of the inputs,
// else the last user message. Two questions are the same when they are alike (1 − edit distance / length, small letters) by 'similarity' or more.
Feedback Repeated(Session session, double similarity = 0.85, string field = "question")
{
    var asked = session.Select(t => Text.Normalize(Question(t, field))).ToList();
    var again = Enumerable.Range(1, asked.Count - 1)
        .Where(i => asked[i].Length > 0 && asked.Take(i).Any(earlier => Text.LevenshteinSimilarity(earlier, asked[i]) >= similarity))
        .ToList();

    return new Feedback(again.Count, again.Count == 0 ? "No question is repeated." : $"Asked again: “{string.Join("”, “", again.Select(i => Question(session[i], field)))}”.");
}

string Question(Trace turn, string field) => (turn.Inputs as JsonObject)?[field]?.ToString() ?? turn.Messages.LastOrDefault(m => m.Role == "user")?.Content ?? "";

return Scorer.Define(Repeated, description: "How many turns ask what an earlier turn asked: 0 and up.", aggregations: [Aggregation.Mean, Aggregation.Max]);
