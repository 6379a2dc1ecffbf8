// Does the answer look finished? true or false: long enough, no excuse in place of an answer, not broken off.
string[] excuses = ["I don't know", "I'm not sure", "I cannot help", "something went wrong"];

Feedback Complete(string outputs, int min_characters = 10)
{
    var answer = outputs.Trim();
    if (answer.Length < min_characters)
    {
        return new Feedback(false, $"The answer has {answer.Length} characters; at least {min_characters} are expected.");
    }

    if (excuses.FirstOrDefault(e => answer.Contains(e, StringComparison.OrdinalIgnoreCase)) is { } excuse)
    {
        return new Feedback(false, $"The answer says “{excuse}”.");
    }

    // A sentence ends with a mark, a bracket or an emoji; an answer that was cut off ends with a letter, a digit or a comma.
    var last = answer[^Math.Min(2, answer.Length)..].EnumerateRunes().Last();
    if (Rune.IsLetterOrDigit(last) || last.Value is ',' or '-')
    {
        return new Feedback(false, $"The answer breaks off after “{answer[(answer.LastIndexOf(' ') + 1)..]}”.");
    }

    return new Feedback(true, "The answer is long enough and ends where a sentence ends.");
}

return Scorer.Define(Complete, description: "Whether the answer looks finished: true or false.");
