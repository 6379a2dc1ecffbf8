// How many words do the answer and expectations.expected_response, a text or several of which the best counts, share? 0 to 1: SQuAD's F1 on small letters,
// without punctuation and the articles (Rajpurkar et al. 2016, https://arxiv.org/abs/1606.05250).
Feedback F1(string outputs, JsonObject expectations)
{
    var best = expectations["expected_response"] switch
    {
        null => null,
        JsonArray several => several.Select(t => $"{t}").MaxBy(t => Text.TokenF1(outputs, t)),
        var one => one.ToString(),
    };

    return best is null
        ? Feedback.NotApplicable("The trace has no expected_response.")
        : new Feedback(Text.TokenF1(outputs, best), $"“{Text.Normalize(outputs)}” against “{Text.Normalize(best)}”.");
}

return Scorer.Define(F1, description: "SQuAD's F1 of the words shared with the expected response: 0 to 1.");
