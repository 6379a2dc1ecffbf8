// How alike are the answer and expectations.expected_response, letter by letter? 0 to 1: 1 − edit distance / length of the longer (Levenshtein 1966).
Feedback Similarity(string outputs, JsonObject expectations, bool ignore_case = false)
{
    if (expectations["expected_response"]?.ToString() is not { } expected)
    {
        return Feedback.NotApplicable("The trace has no expected_response.");
    }

    var (answer, wanted) = ignore_case ? (outputs.ToLowerInvariant(), expected.ToLowerInvariant()) : (outputs, expected);

    return new Feedback(
        Text.LevenshteinSimilarity(answer.Trim(), wanted.Trim()),
        $"{Text.LevenshteinDistance(answer.Trim(), wanted.Trim())} edits lead from the answer to “{expected.Trim()}”.");
}

return Scorer.Define(Similarity, description: "How alike the answer and the expected response are, by edit distance: 0 to 1.", aggregations: [Aggregation.Mean, Aggregation.Min]);
