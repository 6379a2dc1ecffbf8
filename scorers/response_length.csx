// Is the answer neither too short nor too long? true or false. Reads outputs; set 'min' or 'max' (both included), and 'unit' for what is counted.
enum Unit { Characters, Words, Sentences }

Feedback Length(string outputs, int? min = null, int? max = null, Unit unit = Unit.Characters)
{
    if (min is null && max is null)
    {
        return Feedback.NotApplicable("Set 'min' or 'max' to how long the answer may be.");
    }

    var length = unit switch
    {
        Unit.Words => Text.WordCount(outputs),
        Unit.Sentences => Text.Sentences(outputs).Count,
        _ => outputs.EnumerateRunes().Count(),
    };

    return new Feedback(
        length >= (min ?? 0) && length <= (max ?? int.MaxValue),
        $"The answer has {length} {unit.ToString().ToLowerInvariant()}; allowed are {min ?? 0} to {(max is null ? "any number" : max)}.");
}

return Scorer.Define(Length, description: "Whether the answer's length lies within bounds: true or false.");
