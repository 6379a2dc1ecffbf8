// Which share of their different words do the answer and expectations.expected_response have in common? 0 to 1: |both| / |either| (Jaccard 1901), capitals aside.
Feedback Overlap(string outputs, JsonObject expectations)
{
    if (expectations["expected_response"]?.ToString() is not { } expected)
    {
        return Feedback.NotApplicable("The trace has no expected_response.");
    }

    var said = Text.Words(outputs.ToLowerInvariant()).ToHashSet();
    var wanted = Text.Words(expected.ToLowerInvariant()).ToHashSet();
    var (both, either) = (said.Intersect(wanted).Count(), said.Union(wanted).Count());

    return new Feedback(either == 0 ? 1 : (double)both / either, $"{both} of {either} different words are in both.");
}

return Scorer.Define(Overlap, description: "The share of different words that the answer and the expected response have in common: 0 to 1.");
