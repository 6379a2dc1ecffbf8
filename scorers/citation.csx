// Does an answer that had documents to go by name one of them, as [source: document]? yes or no. Reads outputs and the retrieved documents; the first group
// of 'pattern' is the document's name.
Feedback Cites(string outputs, Trace trace, string pattern = @"\[source: *([^\]]+)\]")
{
    var found = trace.RetrievedDocuments.Select(d => d.Uri).OfType<string>().ToHashSet();
    if (found.Count == 0)
    {
        return Feedback.NotApplicable("No documents were retrieved.");
    }

    var cited = Text.Pattern(pattern).Matches(outputs).Select(m => m.Groups[1].Value.Trim()).ToList();
    if (cited.Count == 0)
    {
        return new Feedback("no", $"No source is named; the answer had {string.Join(", ", found)} to go by.");
    }

    return cited.FirstOrDefault(c => !found.Contains(c)) is { } invented
        ? new Feedback("no", $"“{invented}” is named as a source but was not retrieved.")
        : new Feedback("yes", $"Names {string.Join(", ", cited)}.");
}

return Scorer.Define(Cites, description: "Whether an answer that had documents to go by names one of them: yes or no.");
