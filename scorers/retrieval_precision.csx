// Which share of the retrieved documents was expected? 0 to 1. Reads the documents' URIs or ids, and expectations.expected_retrieved_context, a list of texts
// or of objects with doc_uri (MLflow's form); 'top' looks at the first documents only.
Feedback Precision(Trace trace, JsonObject expectations, int? top = null)
{
    if (expectations["expected_retrieved_context"] is not JsonArray stated)
    {
        return Feedback.NotApplicable("The trace has no expected_retrieved_context.");
    }

    var expected = stated.Select(e => $"{(e is JsonObject o ? o["doc_uri"] : e)}").ToHashSet();
    var found = trace.RetrievedDocuments.Take(top ?? int.MaxValue).ToList();
    if (found.Count == 0)
    {
        return Feedback.NotApplicable("No documents were retrieved.");
    }

    var right = found.Count(d => (d.Uri is not null && expected.Contains(d.Uri)) || (d.Id is not null && expected.Contains(d.Id)));

    return new Feedback((double)right / found.Count, $"{right} of {found.Count} retrieved documents were expected.");
}

return Scorer.Define(Precision, description: "The share of retrieved documents that were expected: 0 to 1.");
