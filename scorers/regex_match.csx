// Does the answer match a regular expression? yes or no. Reads outputs; set 'pattern' (.NET's syntax), 'whole' for all of the answer.
Feedback Matches(string outputs, string? pattern = null, bool ignore_case = false, bool whole = false)
{
    if (string.IsNullOrEmpty(pattern))
    {
        return Feedback.NotApplicable("Set 'pattern' to the regular expression that the answer must match.");
    }

    // A match that takes longer than a second is an error of this one trace.
    var regex = Text.Pattern(whole ? $@"\A(?:{pattern})\z" : pattern, ignore_case ? RegexOptions.IgnoreCase : RegexOptions.None);
    var match = regex.Match(outputs);

    return match.Success
        ? new Feedback("yes", $"“{match.Value}” at character {match.Index} matches.")
        : new Feedback("no", $"Nothing matches '{pattern}'.");
}

return Scorer.Define(Matches, description: "Whether the answer matches a regular expression: yes or no.");
