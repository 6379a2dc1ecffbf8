// Is the answer, spaces around it aside, exactly expectations.expected_response? yes or no.
record Expected(string? expected_response);

Feedback Match(string outputs, Expected expectations, bool ignore_case = false)
{
    if (expectations.expected_response is null)
    {
        return Feedback.NotApplicable("The trace has no expected_response.");
    }

    var (answer, expected) = (outputs.Trim(), expectations.expected_response.Trim());

    return answer.Equals(expected, ignore_case ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal)
        ? new Feedback("yes", "The answer is the expected one.")
        : new Feedback("no", $"Expected “{expected}”, got “{answer}”.");
}

return Scorer.Define(Match, description: "Whether the answer is exactly the expected response: yes or no.");
