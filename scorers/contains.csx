// Does the answer contain a text? yes or no. Reads outputs; set 'text' to what must be in it.
Feedback Contains(string outputs, string? text = null, bool ignore_case = false)
{
    if (string.IsNullOrEmpty(text))
    {
        return Feedback.NotApplicable("Set 'text' to what the answer must contain.");
    }

    return outputs.Contains(text, ignore_case ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal)
        ? new Feedback("yes", $"The answer contains “{text}”.")
        : new Feedback("no", $"The answer does not contain “{text}”.");
}

return Scorer.Define(Contains, description: "Whether the answer contains a text: yes or no.");
