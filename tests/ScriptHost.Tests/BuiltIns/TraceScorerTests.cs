using ScriptHost.Contract;
using static ScriptHost.BuiltIns.BuiltIn;

namespace ScriptHost.BuiltIns;

/// <summary>Scorers that read spans, tokens, times and documents.</summary>
public sealed class TraceScorerTests
{
    private const string Usage = """{"input_tokens":1000,"output_tokens":200,"total_tokens":1200,"cache_read_input_tokens":400}""";

    private const string Documents = """
        [{"page_content":"Tents carry a five-year warranty.","metadata":{"doc_uri":"warranty"}},{"page_content":"Cartridges burn 120 minutes.","metadata":{"doc_uri":"gas"},"id":"7"}]
        """;

    [Fact]
    public void Latency_is_the_traces_duration_in_milliseconds() =>
        Only(Score("latency", new TraceMaking { DurationMs = 1234 }.Make())).Value.ShouldBe((FeedbackValue)1234.0);

    [Fact]
    public void Latency_does_not_judge_what_has_not_ended() =>
        Score("latency", new TraceMaking { DurationMs = null }.Make()).Reason.ShouldBe("The trace has no duration, and no root span of it has ended.");

    [Theory]
    [InlineData(null, 1200)]
    [InlineData("""{"count":"Input"}""", 1000)]
    [InlineData("""{"count":"Output"}""", 200)]
    public void Token_usage_counts_tokens(string? settings, long tokens) =>
        Only(Score("token_usage", new TraceMaking().Stating("mlflow.trace.tokenUsage", Usage).Make(), settings)).Value.ShouldBe((FeedbackValue)tokens);

    // 1000 · 3 + 200 · 15 millionths; with cached input at a tenth, 600 · 3 + 400 · 0.3 + 200 · 15.
    [Theory]
    [InlineData("""{"input_price":3,"output_price":15}""", 0.006)]
    [InlineData("""{"input_price":3,"output_price":15,"cached_price":0.3}""", 0.00492)]
    [InlineData(null, 0.25)]
    public void Cost_is_tokens_by_price_or_what_the_trace_states(string? settings, double cost) =>
        Only(Score("cost", new TraceMaking().Stating("mlflow.trace.tokenUsage", Usage).Stating("mlflow.trace.cost", """{"total_cost":0.25}""").Make(), settings))
            .Value.ShouldNotBeNull().Number.ShouldNotBeNull().ShouldBe(cost, 1e-12);

    [Fact]
    public void Cost_without_prices_says_what_to_set() =>
        Score("cost", new TraceMaking().Stating("mlflow.trace.tokenUsage", Usage).Make()).Reason.ShouldNotBeNull().ShouldStartWith("Set 'input_price'");

    [Theory]
    [InlineData("OK", null, null, "yes")]
    [InlineData("ERROR", null, null, "no")]
    [InlineData("OK", "It broke.", null, "no")]
    [InlineData("OK", "It broke.", """{"ignore":["search"]}""", "yes")]
    public void Error_free_looks_at_the_trace_and_its_spans(string state, string? error, string? settings, string value) =>
        Only(Score("error_free", new TraceMaking { State = state }.With("TOOL", "search", error: error).Make(), settings)).Value.ShouldBe((FeedbackValue)value);

    [Theory]
    [InlineData("""["warranty"]""", null, 0.5)]
    [InlineData("""[{"doc_uri":"gas"},{"doc_uri":"warranty"}]""", null, 1)]
    [InlineData("""["7"]""", null, 0.5)]
    [InlineData("""["warranty"]""", """{"top":1}""", 1)]
    [InlineData("""["other"]""", null, 0)]
    public void Retrieval_precision_is_the_share_of_expected_documents(string expected, string? settings, double share) =>
        Only(Score("retrieval_precision", Retrieved("\"\"").Expecting("expected_retrieved_context", expected).Make(), settings)).Value.ShouldBe((FeedbackValue)share);

    // Words of four letters and up: tents, carry, lifetime, warranty; lifetime stands nowhere.
    [Fact]
    public void Answer_grounded_overlap_is_the_share_of_words_in_documents()
    {
        var feedback = Only(Score("answer_grounded_overlap", Retrieved("\"Tents carry a lifetime WARRANTY, tents!\"").Make()));

        feedback.Value.ShouldBe((FeedbackValue)0.75);
        feedback.Rationale.ShouldBe("In no document: lifetime.");
    }

    private static TraceMaking Retrieved(string outputs) => new TraceMaking { Outputs = outputs }.With("RETRIEVER", "search", "\"q\"", Documents);
}
