// Does the answer have all required words and no forbidden one? yes or no. Reads outputs; set 'required' or 'forbidden' to a list of words or phrases.
// Whole words count, capitals aside: “cat” is not in “category”.
Feedback Words(string outputs, string[]? required = null, string[]? forbidden = null)
{
    if (required is null or [] && forbidden is null or [])
    {
        return Feedback.NotApplicable("Set 'required' or 'forbidden' to a list of words.");
    }

    var answer = Spaced(outputs);
    var missing = (required ?? []).Where(w => !answer.Contains(Spaced(w))).ToList();
    var found = (forbidden ?? []).Where(w => answer.Contains(Spaced(w))).ToList();

    return missing.Count + found.Count == 0
        ? new Feedback("yes", "No required word is missing, and no forbidden one was found.")
        : new Feedback("no", $"Missing: {Names(missing)}; forbidden: {Names(found)}.");
}

string Spaced(string text) => $" {string.Join(' ', Text.Words(text.ToLowerInvariant()))} ";

string Names(List<string> words) => words.Count == 0 ? "none" : $"“{string.Join("”, “", words)}”";

return Scorer.Define(Words, description: "Whether the answer has all required words and no forbidden one: yes or no.");
