// ROUGE-L of the answer against expectations.expected_response, a text or several of which the best counts: 0 to 1, the F-measure of the longest common
// subsequence of words, by small letters and without stemming (Lin 2004, https://aclanthology.org/W04-1013, equations 2 to 4). 'beta' weighs recall.
string[] Texts(JsonNode? node) => node is JsonArray several ? [.. several.Select(t => $"{t}")] : node is null ? [] : [node.ToString()];

double F(int common, int said, int wanted, double beta)
{
    if (common == 0)
    {
        return 0;
    }

    var (precision, recall) = ((double)common / said, (double)common / wanted);

    return (1 + beta * beta) * precision * recall / (recall + beta * beta * precision);
}

Feedback Rouge(string outputs, JsonObject expectations, double beta = 1)
{
    var expected = Texts(expectations["expected_response"]);
    if (expected.Length == 0)
    {
        return Feedback.NotApplicable("The trace has no expected_response.");
    }

    var said = Text.Words(outputs.ToLowerInvariant());
    var (common, wanted, best) = expected
        .Select(e => Text.Words(e.ToLowerInvariant()))
        .Select(w => (Common: Text.LongestCommonSubsequence(said, w), Wanted: w.Count))
        .Select(p => (p.Common, p.Wanted, F(p.Common, said.Count, p.Wanted, beta)))
        .MaxBy(p => p.Item3);

    return new Feedback(best, $"{common} words in common, in order, of {said.Count} said and {wanted} expected.");
}

return Scorer.Define(Rouge, description: "ROUGE-L, the longest common subsequence of words with the expected response as F-measure: 0 to 1.");
