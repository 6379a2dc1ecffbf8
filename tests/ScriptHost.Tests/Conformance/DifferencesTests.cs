using System.Text.Json;
using ScriptHost.Contract;
using ScriptHost.Scoring;

namespace ScriptHost.Conformance;

public sealed class DifferencesTests
{
    [Theory]
    [InlineData("5.0")]
    [InlineData("5")]
    public void Numbers_are_compared_by_value(string expected)
    {
        Compare(expected, 5).ShouldBeEmpty();
        Compare(expected, 5.0).ShouldBeEmpty();
        Compare(expected, 5m).ShouldBeEmpty();
    }

    [Fact]
    public void Whole_numbers_are_compared_exactly_beyond_what_a_double_holds()
    {
        Compare("1772444627038671939", 1772444627038671939).ShouldBeEmpty();
        Compare("1772444627038671939", 1772444627038671938).ShouldHaveSingleItem();
        Compare("1772444627038671939", 1772444627038671939d).ShouldHaveSingleItem();
    }

    [Fact]
    public void Fractions_may_differ_in_the_last_digits()
    {
        Compare("0.3333333333333333", 1 / 3d).ShouldBeEmpty();
        Compare("0.30000000000000004", 0.3).ShouldBeEmpty();
        Compare("0.3333", 1 / 3d).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_bool_is_no_number_and_no_text()
    {
        Compare("true", true).ShouldBeEmpty();
        Compare("true", 1).ShouldHaveSingleItem();
        Compare("1", true).ShouldHaveSingleItem();
        Compare("\"true\"", true).ShouldHaveSingleItem();
    }

    [Fact]
    public void Missing_and_superfluous_records_are_told()
    {
        var one = Expected("1");
        var other = Actual(1) with { Name = "other" };

        Differences.Between([one], [other]).ShouldBe(
            ["tr-1 - turns turns: missing, expected 1", "tr-1 - turns other: not expected, got 1"]);
        Differences.Between([one], [Actual(1), Actual(1)]).ShouldBe(["tr-1 - turns turns: there 2 times"]);
    }

    [Fact]
    public void What_the_host_adds_to_the_metadata_is_left_out()
    {
        var metadata = new Dictionary<string, string> { ["mlflow.assessment.scorerVersion"] = "1f", ["own"] = "x" };

        var actual = Actual(1, metadata);

        actual.Metadata.ShouldBe(["own=x"]);
        Differences.Between([Expected("1")], [actual]).ShouldBe(["tr-1 - turns turns: metadata [], got [own=x]"]);
    }

    private static IReadOnlyList<string> Compare(string expected, FeedbackValue actual) =>
        Differences.Between([Expected(expected)], [Actual(actual)]);

    private static AssessmentRecord Expected(string value)
    {
        using var record = JsonDocument.Parse($$"""
            {"trace_id":"tr-1","scorer":"turns","name":"turns","value":{{value}},"rationale":null,"error_code":null,
            "error_message":null,"source_type":"CODE","source_id":"default","metadata":{} }
            """);

        return AssessmentRecord.Expected(record.RootElement);
    }

    private static AssessmentRecord Actual(FeedbackValue value, IReadOnlyDictionary<string, string>? metadata = null) => AssessmentRecord.Actual(
        new Outcome { Scorer = "turns", TraceId = "tr-1", Kind = OutcomeKind.Scored },
        new Feedback(value, name: "turns", source: new(AssessmentSourceType.Code, "turns"), metadata: metadata));
}
