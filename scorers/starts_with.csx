// Does the answer, blanks before it aside, begin with one of some texts? yes or no. Reads outputs; set 'prefixes' to a list.
Feedback StartsWith(string outputs, string[]? prefixes = null, bool ignore_case = false)
{
    if (prefixes is null or [])
    {
        return Feedback.NotApplicable("Set 'prefixes' to the texts of which the answer must begin with one.");
    }

    var answer = outputs.TrimStart();
    var comparison = ignore_case ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    return prefixes.FirstOrDefault(p => answer.StartsWith(p, comparison)) is { } prefix
        ? new Feedback("yes", $"The answer begins with “{prefix}”.")
        : new Feedback("no", $"The answer begins with “{answer[..Math.Min(answer.Length, 20)]}”.");
}

return Scorer.Define(StartsWith, description: "Whether the answer begins with one of the given texts: yes or no.");
