using System.Text.Json;
using System.Text.Json.Nodes;
using ScriptHost.Contract;

namespace ScriptHost.Scoring;

public sealed class SubjectReadingTests
{
    private sealed record Wanted(string? expected_response);

    private sealed record Answer(string ExpectedResponse, int Count = 3);

    private sealed record Nested(IReadOnlyList<Answer> Answers, Dictionary<string, Answer>? ByName);

    private sealed class Loose
    {
        public string ExpectedResponse { get; init; } = "none";

        public required int Count { get; init; }
    }

    public static TheoryData<Delegate, string, string> Read => new()
    {
        { (string outputs) => outputs, "\"a\\nb\"", "a\nb" },
        { (string outputs) => outputs, """{ "a": [1, 2.50, "ü"] }""", """{"a":[1,2.50,"ü"]}""" },
        { (JsonNode outputs) => outputs.ToJsonString(), "[1,2]", "[1,2]" },
        { (JsonObject outputs) => $"{outputs.Count}", """{"a":1}""", "1" },
        { (JsonArray outputs) => $"{outputs.Count}", "[1,2]", "2" },
        { (JsonValue outputs) => outputs.ToString(), "true", "true" },
        { (JsonElement outputs) => outputs.GetRawText(), "12.0", "12.0" },
        { (int outputs) => $"{outputs + 1}", "12", "13" },
        { (int outputs) => $"{outputs + 1}", "12.0", "13" },
        { (long? outputs) => $"{outputs}", "1e3", "1000" },
        { (double? outputs) => $"{outputs}", "12", "12" },
        { (bool outputs) => outputs.ToString(), "false", "False" },
        { (object outputs) => outputs.GetType().Name, "\"a\"", "String" },
        { (object outputs) => outputs.GetType().Name, "12", "Int64" },
        { (object outputs) => outputs.GetType().Name, "1.5", "Double" },
        { (object outputs) => outputs.GetType().Name, "{}", "JsonObject" },
        { (List<int> outputs) => $"{outputs.Sum()}", "[1,2]", "3" },
        { (IReadOnlyDictionary<string, string> outputs) => outputs["a_b"], """{"a_b":"c"}""", "c" },
        { (Wanted outputs) => outputs.expected_response ?? "null", """{"expected_response":"a","other":1}""", "a" },
        { (Wanted outputs) => outputs.expected_response ?? "null", "{}", "null" },
        { (Wanted outputs) => outputs.expected_response ?? "null", """{"ExpectedResponse":"a"}""", "a" },
        { (Answer outputs) => outputs.ExpectedResponse + outputs.Count, """{"expected_response":"a"}""", "a3" },
        { (Answer outputs) => outputs.ExpectedResponse + outputs.Count, """{"expectedResponse":"a","COUNT":4}""", "a4" },
        { (Answer outputs) => outputs.ExpectedResponse, """{"expected_response":"a","expected_response":"b"}""", "b" },
        { (Answer outputs) => outputs.ExpectedResponse + outputs.Count, """{"expected_response":"a","count":4.0}""", "a4" },
        { (Dictionary<string, int> outputs) => $"{outputs["n"]}", """{"n":9.0}""", "9" },
        { (string outputs) => outputs, """{"a":"\u001F\u00FC"}""", """{"a":"\u001fü"}""" },
        { (Loose outputs) => outputs.ExpectedResponse + outputs.Count, """{"count":2}""", "none2" },
        { (Nested outputs) => outputs.Answers[0].ExpectedResponse + outputs.ByName?["x_y"].Count, """{"answers":[{"expected_response":"a"}],"by_name":{"x_y":{"expectedResponse":"","count":5}}}""", "a5" },
    };

    [Theory]
    [MemberData(nameof(Read))]
    public void Outputs_are_read_as_the_parameters_type_asks(Delegate entry, string outputs, string expected) =>
        Score(entry, Some.Trace(outputs: outputs)).Feedbacks.ShouldHaveSingleItem().Value.ShouldBe((FeedbackValue)expected);

    public static TheoryData<Delegate, FeedbackValue> Shapes => new()
    {
        { (string outputs) => outputs.Length > 4, true },
        { (string outputs) => (long)outputs.Length, 5 },
        { (string outputs) => outputs.Length / 2f, 2.5 },
        { (string outputs) => outputs.Length / 2m, 2.5m },
        { (string outputs) => (int?)outputs.Length, 5 },
        { (string outputs, Trace trace, long more = 2) => outputs.Length + more, 7 },
        { (string outputs, decimal share = 0.5m) => outputs.Length * share, 2.5m },
        { (string outputs, JsonElement inputs) => inputs.ValueKind == JsonValueKind.Array, true },
        { (string outputs, int one = 1, double two = 2, bool three = true, string four = "4") => $"{outputs} {one} {two} {three} {four}", "hello 1 2 True 4" },
        { async Task<long> (string outputs) => await Task.FromResult(outputs.Length), 5 },
        { () => 1.5, 1.5 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Whatever_the_types_of_a_signature_it_is_given_its_arguments_and_gives_its_value(Delegate entry, FeedbackValue expected) =>
        Score(entry, Some.Trace(inputs: "[1]", outputs: "\"hello\"")).Feedbacks.ShouldHaveSingleItem().Value.ShouldBe(expected);

    public static TheoryData<Delegate, string, string> Mismatches => new()
    {
        { (JsonObject outputs) => 1, "[1]", "takes 'outputs' as 'JsonObject', but the trace has a list that does not fit." },
        { (int outputs) => 1, "\"12\"", "as 'int', but the trace has a text" },
        { (Answer outputs) => 1, "{}", "'outputs.ExpectedResponse' is missing." },
        { (Answer outputs) => 1, """{"expected_response":null}""", "at 'outputs.ExpectedResponse'" },
        { (Answer outputs) => 1, """{"expected_response":"a","count":"b"}""", "at 'outputs.Count'" },
        { (Answer outputs) => 1, "\"text\"", "as 'Answer', but the trace has a text" },
        { (Loose outputs) => 1, "{}", "'outputs.Count' is missing." },
        { (Nested outputs) => 1, """{"answers":[{}]}""", "'outputs.answers[0].ExpectedResponse' is missing." },
    };

    [Theory]
    [MemberData(nameof(Mismatches))]
    public void A_wrong_shape_is_an_error_that_says_what_was_there(Delegate entry, string outputs, string part)
    {
        var outcome = Score(entry, Some.Trace(outputs: outputs));

        outcome.Kind.ShouldBe(OutcomeKind.Error);
        var error = outcome.Feedbacks.ShouldHaveSingleItem().Error.ShouldNotBeNull();
        error.Code.ShouldBe(ErrorCode.InputMismatch);
        error.Message.ShouldContain(part);
    }

    [Theory]
    [InlineData(null, "The scorer reads 'outputs', and the trace has no root span.")]
    [InlineData("null", "The scorer reads 'outputs', and the trace has none.")]
    public void A_value_that_is_missing_leaves_a_scorer_that_needs_it_uncalled(string? outputs, string reason)
    {
        var outcome = Score(bool (string outputs) => throw new InvalidOperationException(), Some.Trace(outputs: outputs));

        outcome.Kind.ShouldBe(OutcomeKind.NotApplicable);
        outcome.Reason.ShouldBe(reason);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("null")]
    public void A_value_that_is_missing_is_null_where_the_script_allows_it(string? outputs) =>
        Score(
            (string? outputs, JsonNode? inputs, double? cancellation = null) => outputs is null && inputs is null && cancellation is null,
            Some.Trace(outputs: outputs)).Feedbacks.ShouldHaveSingleItem().Value.ShouldBe((FeedbackValue)true);

    [Fact]
    public void Expectations_are_an_empty_object_when_there_are_none()
    {
        Score((JsonObject? expectations) => expectations?.Count, Some.Trace()).Feedbacks[0].Value.ShouldBe((FeedbackValue)0);
        Score((string expectations) => expectations, Some.Trace()).Feedbacks[0].Value.ShouldBe((FeedbackValue)"{}");
        Score((Wanted? expectations) => expectations?.expected_response ?? "none", Some.Trace()).Feedbacks[0].Value.ShouldBe((FeedbackValue)"none");
    }

    [Fact]
    public void A_record_takes_expectations_by_any_spelling() =>
        Score((Answer expectations) => expectations.ExpectedResponse, Some.Trace(expectations: """{"expected_response":"a"}""")).Feedbacks[0].Value.ShouldBe((FeedbackValue)"a");

    private sealed record Blank(string? Text = "none", int Count = 3, double? Share = null);

    [Fact]
    public void A_record_of_no_expectations_has_its_defaults_and_is_made_anew_in_each_call()
    {
        var seen = new List<object>();
        var entry = (Blank expectations) =>
        {
            seen.Add(expectations);

            return $"{expectations}";
        };
        var scorer = Some.Scorer(entry);
        var runner = new ScorerRunner(TimeSpan.FromSeconds(10));

        runner.Score(scorer, Some.Trace(), CancellationToken.None).Feedbacks[0].Value.ShouldBe((FeedbackValue)"Blank { Text = none, Count = 3, Share =  }");
        runner.Score(scorer, Some.Trace(), CancellationToken.None).Feedbacks[0].Value.ShouldBe((FeedbackValue)"Blank { Text = none, Count = 3, Share =  }");
        seen[0].ShouldNotBeSameAs(seen[1]);
        Score((Loose expectations) => 1, Some.Trace()).Feedbacks[0].Error.ShouldNotBeNull().Message.ShouldContain("'expectations.Count' is missing.");
    }

    [Theory]
    [InlineData("""{"other":[1],"text":"\u00fc\n","COUNT":4,"share":0.50}""", "Blank { Text = ü\n, Count = 4, Share = 0.5 }")]
    [InlineData("""{"Text":"exact","te_xt":"other"}""", "Blank { Text = exact, Count = 3, Share =  }")]
    [InlineData("""{"text":null}""", "Blank { Text = , Count = 3, Share =  }")]
    public void A_record_of_scalars_takes_expectations_without_nodes(string expectations, string value) =>
        Score((Blank expectations) => $"{expectations}", Some.Trace(expectations: expectations)).Feedbacks[0].Value.ShouldBe((FeedbackValue)value);

    [Fact]
    public void An_expectation_that_does_not_fit_a_records_scalar_is_told_with_its_place()
    {
        Score((Blank expectations) => 1, Some.Trace(expectations: """{"count":[]}""")).Feedbacks[0].Error.ShouldNotBeNull().Message
            .ShouldBe("The scorer takes 'expectations' as 'Blank', but the trace has an object that does not fit. The fault is at 'expectations.Count'.");
        Score((Answer expectations) => 1, Some.Trace(expectations: """{"count":1}""")).Feedbacks[0].Error.ShouldNotBeNull().Message
            .ShouldBe("The scorer takes 'expectations' as 'Answer', but the trace has an object that does not fit. 'expectations.ExpectedResponse' is missing.");
    }

    [Fact]
    public void A_records_own_fault_over_no_expectations_is_an_ordinary_error() =>
        Script.OnlyFeedback(
            "record Some(int n = 0) { public int n { get; } = n > 0 ? n : throw new ArgumentException(\"none\"); }\nint Score(Some expectations) => expectations.n;",
            Some.Trace()).Error.ShouldNotBeNull().ShouldSatisfyAllConditions(
                e => e.Code.ShouldBe(ErrorCode.ScorerError),
                e => e.Message.ShouldBe("none"));

    [Fact]
    public void What_a_scorer_changes_no_other_call_sees()
    {
        var trace = Some.Trace(outputs: """{"a":1}""", expectations: """{"b":1}""");
        var entry = (JsonObject outputs, JsonObject expectations, Trace trace) =>
        {
            var before = outputs.Count + expectations.Count + trace.Expectations.Count + (trace.Outputs as JsonObject)?.Count;
            outputs["x"] = 1;
            expectations["x"] = 1;
            trace.Expectations["x"] = 1;
            trace.Outputs?.AsObject().Clear();

            return before;
        };

        Score(entry, trace).Feedbacks[0].Value.ShouldBe((FeedbackValue)4);
        Score(entry, trace).Feedbacks[0].Value.ShouldBe((FeedbackValue)4);
    }

    [Fact]
    public void A_records_own_check_is_an_ordinary_error() =>
        Script.OnlyFeedback(
            "record Even(int n) { public int n { get; } = n % 2 == 0 ? n : throw new ArgumentException(\"odd\"); }\nint Score(Even outputs) => outputs.n;",
            Some.Trace(outputs: """{"n":3}""")).Error.ShouldNotBeNull().ShouldSatisfyAllConditions(
                e => e.Code.ShouldBe(ErrorCode.ScorerError),
                e => e.Message.ShouldBe("odd"));

    private static Outcome Score(Delegate entry, TraceContent trace) =>
        new ScorerRunner(TimeSpan.FromSeconds(10)).Score(Some.Scorer(entry), trace, CancellationToken.None);
}
