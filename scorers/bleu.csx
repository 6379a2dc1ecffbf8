// BLEU of the answer against expectations.expected_response, a text or several: 0 to 1, the geometric mean of clipped n-gram precisions with a penalty for
// short answers (Papineni et al. 2002, https://aclanthology.org/P02-1040). As sacrebleu's sentence_bleu / 100: tokenizer 13a, smoothing 'Exp', effective order.
enum Smoothing { None, Exp, AddOne }

// mteval-v13a: punctuation stands alone, but not within numbers.
(Regex Find, string Put)[] rules =
[
    (new(@"([\{-\~\[-\` -\&\(-\+\:-\@\/])"), " $1 "), (new(@"([^0-9])([\.,])"), "$1 $2 "), (new(@"([\.,])([^0-9])"), " $1 $2"), (new("([0-9])(-)"), "$1 $2 "),
];

string[] Tokens(string text) => rules.Aggregate($" {text.Replace('\n', ' ')} ", (t, r) => r.Find.Replace(t, r.Put)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

string[] Texts(JsonNode? node) => node is JsonArray several ? [.. several.Select(t => $"{t}")] : node is null ? [] : [node.ToString()];

double Score(string[] said, string[][] expected, int max_n, Smoothing smoothing)
{
    var (logs, orders, halves, any) = (0.0, 0, 1.0, false);
    for (var n = 1; n <= max_n && said.Length >= n; n++, orders++)
    {
        var wanted = expected.Select(e => Text.NGrams(e, n)).ToList();
        var (same, all) = (Text.NGrams(said, n).Sum(g => Math.Min(g.Value, wanted.Max(w => w.GetValueOrDefault(g.Key)))), said.Length - n + 1);
        any |= same > 0;
        logs += Math.Log(smoothing switch
        {
            Smoothing.AddOne when n > 1 => (same + 1.0) / (all + 1.0),
            Smoothing.Exp when same == 0 => 1 / ((halves *= 2) * all),
            _ => (double)same / all,
        });
    }

    var length = expected.Select(e => e.Length).OrderBy(l => Math.Abs(l - said.Length)).ThenBy(l => l).First();

    return any ? Math.Min(1, Math.Exp(1 - (double)length / said.Length)) * Math.Exp(logs / orders) : 0;
}

Feedback Bleu(string outputs, JsonObject expectations, int max_n = 4, Smoothing smoothing = Smoothing.Exp, bool ignore_case = false)
{
    var expected = Texts(expectations["expected_response"]);
    if (expected.Length == 0)
    {
        return Feedback.NotApplicable("The trace has no expected_response.");
    }

    string[] Read(string text) => Tokens(ignore_case ? text.ToLowerInvariant() : text);

    return new Feedback(Score(Read(outputs), [.. expected.Select(Read)], max_n, smoothing), $"BLEU-{max_n} against {expected.Length} expected.");
}

return Scorer.Define(Bleu, description: "BLEU against the expected response: 0 to 1.");
