// Is the answer civil? yes or no: no rude phrase, and no shouting (two words or more in a row in capitals).
string[] rude = ["calm down", "not my problem", "obviously", "stop wasting my time", "whatever"];

return Feedback (string outputs) =>
{
    var phrases = rude.Where(r => Regex.IsMatch(outputs, $@"\b{r}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)).ToList();
    if (phrases.Count > 0)
    {
        return new Feedback("no", $"Rude: “{string.Join("”, “", phrases)}”.");
    }

    var shout = Regex.Match(outputs, @"\b\p{Lu}{2,}(\s+\p{Lu}{2,})+\b");

    return shout.Success
        ? new Feedback("no", $"Shouts “{shout.Value}”.")
        : new Feedback("yes", "Nothing rude was found.");
};
