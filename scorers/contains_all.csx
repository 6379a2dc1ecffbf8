// Which share of some texts does the answer contain? 0 to 1. Reads outputs; set 'texts' to a list.
Feedback ContainsAll(string outputs, string[]? texts = null, bool ignore_case = false)
{
    if (texts is null or [])
    {
        return Feedback.NotApplicable("Set 'texts' to the texts that the answer must contain.");
    }

    var comparison = ignore_case ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
    var missing = texts.Where(t => !outputs.Contains(t, comparison)).ToList();

    return new Feedback(
        (double)(texts.Length - missing.Count) / texts.Length,
        missing.Count == 0 ? $"All {texts.Length} texts are in the answer." : $"Missing: “{string.Join("”, “", missing)}”.");
}

return Scorer.Define(ContainsAll, description: "Which share of the given texts the answer contains: 0 to 1.", aggregations: [Aggregation.Mean, Aggregation.PassRate]);
