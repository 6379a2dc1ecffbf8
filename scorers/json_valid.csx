// Is an answer that is meant to be JSON valid JSON? true or false; an answer in plain words is not judged.
Feedback Valid(JsonNode outputs)
{
    if (outputs.GetValueKind() != JsonValueKind.String)
    {
        return new Feedback(true, "The answer is a JSON value, not a text.");
    }

    var text = outputs.GetValue<string>().Trim();
    if (text is not ['{' or '[' or '`', ..])
    {
        return Feedback.NotApplicable("The answer does not begin like JSON.");
    }

    try
    {
        using var document = JsonDocument.Parse(text);

        return new Feedback(true, $"The text parses as {document.RootElement.ValueKind}.");
    }
    catch (JsonException problem)
    {
        return new Feedback(false, $"The text does not parse: {problem.Message}");
    }
}

return Scorer.Define(Valid, description: "Whether an answer that is meant to be JSON is valid JSON: true or false.");
