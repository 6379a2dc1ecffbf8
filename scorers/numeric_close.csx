// Is the last number of the answer that of expectations.expected_response? yes or no. The numbers may differ by 'relative' of the larger one,
// or by 'absolute' (Python's math.isclose, which MLflow's Equivalence uses: https://docs.python.org/3/library/math.html#math.isclose).
var number = new Regex(@"[-−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:[eE][-+]?\d+)?", RegexOptions.CultureInvariant);

double? Last(string text) => number.Matches(text).LastOrDefault() is { } found
    ? double.Parse(found.Value.Replace(",", "").Replace('−', '-'), CultureInfo.InvariantCulture)
    : null;

Feedback Close(string outputs, JsonObject expectations, double relative = 1e-9, double absolute = 0)
{
    if (expectations["expected_response"] is not { } stated || Last(stated.ToString()) is not { } expected)
    {
        return Feedback.NotApplicable("The trace has no expected_response with a number.");
    }

    if (Last(outputs) is not { } answer)
    {
        return new Feedback("no", $"The answer has no number; {expected} was expected.");
    }

    var allowed = Math.Max(relative * Math.Max(Math.Abs(answer), Math.Abs(expected)), absolute);

    return answer == expected || Math.Abs(answer - expected) <= allowed
        ? new Feedback("yes", $"{answer} is close to {expected}.")
        : new Feedback("no", $"{answer} differs from {expected} by {Math.Abs(answer - expected)}; allowed are {allowed}.");
}

return Scorer.Define(Close, description: "Whether the answer's last number is close to the expected one: yes or no.");
