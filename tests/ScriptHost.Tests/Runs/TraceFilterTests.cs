namespace ScriptHost.Runs;

public sealed class TraceFilterTests
{
    [Theory]
    [InlineData("tags.env = 'prod'")]
    [InlineData("tag.env = \"prod\" AND state = 'ERROR'")]
    [InlineData("tags.env='prod' and status!='OK' aNd name LIKE 'support%'")]
    [InlineData("tags.`my key` = 'blank'")]
    [InlineData("tags.\"my key\" = 'blank'")]
    [InlineData("tags.mlflow.traceName = 'support_agent'")]
    [InlineData("tags.`mlflow.traceName` = 'support_agent'")]
    [InlineData("attributes.name ILIKE 'SUPPORT_AGENT'")]
    [InlineData("trace.name RLIKE '^supp.*t$'")]
    [InlineData("tags.note LIKE '%second%'")]
    [InlineData("metadata.mlflow.sourceRun = 'run-7'")]
    [InlineData("run_id IN ('x', 'run-7')")]
    [InlineData("state = 'error'")]
    [InlineData("state IN ('OK', 'ERROR')")]
    [InlineData("tags.env NOT IN ('dev', 'test')")]
    [InlineData("session_id = 'it''s one'")]
    [InlineData("user_id IS NULL AND session_id IS NOT NULL")]
    [InlineData("execution_time_ms >= 1500 AND duration_ms < 1500.5")]
    [InlineData("duration_ms > -1")]
    [InlineData("timestamp_ms = 1795357800000")]
    [InlineData("request_time >= '2026-11-22' AND timestamp < '2026-11-22T15:30:01+01:00'")]
    [InlineData("trace_id = 'tr-1' AND request_id != 'tr-2'")]
    public void A_trace_is_taken_when_all_conditions_hold(string filter) => TraceFilter.Parse(filter).Matches(new FilterTrace()).ShouldBeTrue();

    [Theory]
    [InlineData("tags.env = 'PROD'")]
    [InlineData("tags.env = 'prod' AND state = 'OK'")]
    [InlineData("name LIKE 'agent'")]
    [InlineData("name LIKE 'SUPPORT%'")]
    [InlineData("name RLIKE 'AGENT'")]
    [InlineData("execution_time_ms < 1500")]
    [InlineData("timestamp > '2027-01-01'")]
    [InlineData("session_id IS NULL")]
    public void A_trace_is_left_out_when_a_condition_fails(string filter) => TraceFilter.Parse(filter).Matches(new FilterTrace()).ShouldBeFalse();

    [Theory]
    [InlineData("tags.missing = 'x'")]
    [InlineData("tags.missing != 'x'")]
    [InlineData("tags.missing NOT IN ('x')")]
    [InlineData("tags.missing LIKE '%'")]
    [InlineData("metadata.missing != 'x'")]
    [InlineData("user_id != 'x'")]
    [InlineData("tags.missing IS NOT NULL")]
    public void What_a_trace_lacks_matches_nothing(string filter) => TraceFilter.Parse(filter).Matches(new FilterTrace()).ShouldBeFalse();

    [Theory]
    [InlineData("", "Column 1: found the end, expected an identifier, as in state = 'ERROR' or tags.env = 'prod'.")]
    [InlineData("state = 'OK' OR state = 'ERROR'", "Column 14: there is no OR; conditions are joined by AND.")]
    [InlineData("(state = 'OK')", "Column 1: there are no parentheses around conditions; they are joined by AND.")]
    [InlineData("stat = 'OK'", "Column 1: 'stat' is unknown. Did you mean 'state'?")]
    [InlineData("tgas.env = 'x'", "Column 1: 'tgas.env' is unknown. Did you mean 'tags'?")]
    [InlineData("span.name = 'x'", "Column 1: 'span.name' cannot be filtered by; a filter sees a trace's attributes, tags and metadata only.")]
    [InlineData("tags. = 'x'", "Column 1: 'tags.' lacks a key, such as tags.env.")]
    [InlineData("state = 'FAILED'", "Column 9: 'state' is never 'FAILED'; it is one of OK, ERROR, IN_PROGRESS, STATE_UNSPECIFIED.")]
    [InlineData("state = OK", "Column 9: found 'OK', expected a text in quotes, such as 'prod'.")]
    [InlineData("tags.n = 5", "Column 10: found the number 5, expected a text in quotes, such as 'prod'.")]
    [InlineData("tags.n > '5'", "Column 8: 'tags.n' is a text, which '>' cannot compare; it takes =, !=, IN, NOT IN, LIKE, ILIKE, RLIKE, IS NULL or IS NOT NULL.")]
    [InlineData("state == 'OK'", "Column 7: '==' is unknown. Did you mean '='?")]
    [InlineData("state <> 'OK'", "Column 7: '<>' is unknown. Did you mean '!='?")]
    [InlineData("state = 'OK", "Column 9: the quote ' is never closed.")]
    [InlineData("state = 'OK' and", "Column 17: found the end, expected an identifier, as in state = 'ERROR' or tags.env = 'prod'.")]
    [InlineData("state = 'OK' name = 'x'", "Column 14: found 'name', expected AND or the end.")]
    [InlineData("state IN 'OK'", "Column 10: found the text 'OK', expected a list, as in ('a', 'b').")]
    [InlineData("state IN ('OK'", "Column 15: found the end, expected ',' or ')'.")]
    [InlineData("state NOT LIKE 'x'", "Column 11: found 'LIKE', expected IN, as in NOT IN ('a', 'b').")]
    [InlineData("state IS 'x'", "Column 10: found the text 'x', expected NULL or NOT NULL.")]
    [InlineData("duration_ms LIKE 'x'", "Column 13: found 'LIKE', expected an operator; 'duration_ms' takes =, !=, >, >=, <, <=, IS NULL or IS NOT NULL.")]
    [InlineData("duration_ms > 'x'", "Column 15: found the text 'x', expected a number of milliseconds.")]
    [InlineData("timestamp > 'soon'", "Column 13: found the text 'soon', expected milliseconds since 1970 or a date, such as '2026-11-22T14:30:00Z'.")]
    [InlineData("state ; 'x'", "Column 7: ';' has no place in a filter; keys that hold it go in back-quotes, texts in quotes.")]
    public void A_fault_is_told_with_its_place(string filter, string message) =>
        Should.Throw<FormatException>(() => TraceFilter.Parse(filter)).Message.ShouldBe(message);

    [Fact]
    public void A_bad_regular_expression_is_told_with_its_place() =>
        Should.Throw<FormatException>(() => TraceFilter.Parse("name RLIKE '('")).Message.ShouldStartWith("Column 12: '(' is no regular expression: ");

    [Fact]
    public void A_pattern_that_takes_too_long_is_the_users_fault_and_not_ours() =>
        Should.Throw<InputException>(() => TraceFilter.Parse("tags.long RLIKE '^(a+)+$'").Matches(new FilterTrace()))
            .Message.ShouldBe("The pattern '^(a+)+$' took longer than 1 s on trace 'tr-1'; write one that backtracks less.");

    [Fact]
    public void A_sessions_filter_minds_quotes() => TraceFilter.OfSession("it's one").Matches(new FilterTrace()).ShouldBeTrue();
}
