// How much does the answer repeat itself? 0 (not at all) to 1: the share of its runs of 'n' words that stood there before, capitals aside
// (seq-rep-n of Welleck et al. 2020, https://arxiv.org/abs/1908.04319). Reads outputs.
Feedback Repeated(string outputs, int n = 4)
{
    var words = Text.Words(outputs.ToLowerInvariant());
    if (words.Count < n)
    {
        return Feedback.NotApplicable($"The answer has fewer than {n} words.");
    }

    var runs = Text.NGrams(words, n);
    var most = runs.MaxBy(r => r.Value);

    return new Feedback(
        1 - (double)runs.Count / (words.Count - n + 1),
        most.Value > 1 ? $"“{most.Key}” stands there {most.Value} times." : $"No {n} words are repeated.");
}

return Scorer.Define(Repeated, description: "The share of the answer's word runs that repeat earlier ones: 0 to 1.", aggregations: [Aggregation.Mean, Aggregation.Max]);
