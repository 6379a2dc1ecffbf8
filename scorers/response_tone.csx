// Is the answer civil? yes or no: no rude phrase, and no shouting (two words or more in a row in capitals).
string[] rude = ["calm down", "not my problem", "obviously", "stop wasting my time", "whatever"];

// Made once: the top level runs when the script is loaded, not for each trace.
var rudely = rude.ToDictionary(r => r, r => new Regex($@"\b{r}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant));
var shouting = new Regex(@"\b\p{Lu}{2,}(\s+\p{Lu}{2,})+\b");

Feedback Civil(string outputs)
{
    var phrases = rude.Where(r => rudely[r].IsMatch(outputs)).ToList();
    if (phrases.Count > 0)
    {
        return new Feedback("no", $"Rude: “{string.Join("”, “", phrases)}”.");
    }

    var shout = shouting.Match(outputs);

    return shout.Success
        ? new Feedback("no", $"Shouts “{shout.Value}”.")
        : new Feedback("yes", "Nothing rude was found.");
}

return Scorer.Define(Civil, description: "Whether the answer is civil, neither rude nor shouting: yes or no.");
