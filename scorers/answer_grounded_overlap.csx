// Which share of the answer's words stands in the retrieved documents? 0 to 1. Counts different words of 'min_letters' letters and up, capitals aside; a word
// that stands nowhere may be invented (K-Precision of Adlakha et al. 2024, https://arxiv.org/abs/2307.16877, without short words).
Feedback Grounded(string outputs, Trace trace, int min_letters = 4)
{
    var documents = trace.RetrievedDocuments.Select(d => d.Content).OfType<string>().ToList();
    if (documents.Count == 0)
    {
        return Feedback.NotApplicable("No documents with a text were retrieved.");
    }

    var known = documents.SelectMany(d => Text.Words(d.ToLowerInvariant())).ToHashSet();
    var said = Text.Words(outputs.ToLowerInvariant()).Where(w => w.Length >= min_letters).Distinct().ToList();
    if (said.Count == 0)
    {
        return Feedback.NotApplicable($"The answer has no word of {min_letters} letters.");
    }

    var invented = said.Where(w => !known.Contains(w)).ToList();

    return new Feedback(
        (double)(said.Count - invented.Count) / said.Count,
        invented.Count == 0 ? "Every word stands in a document." : $"In no document: {string.Join(", ", invented.Take(10))}.");
}

return Scorer.Define(Grounded, description: "The share of the answer's words that stand in the retrieved documents: 0 to 1.", aggregations: [Aggregation.Mean, Aggregation.Min]);
