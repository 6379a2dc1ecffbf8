namespace ScriptHost.Comparison;

public sealed class RunHeadReadingTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_record_without_all_that_came_later_is_as_good()
    {
        Write("""{ "schema_version": 1 }""");

        var head = RunHeadReading.Read(folder.At("run-1"));

        (head.Id, head.StartedAt, head.Directions.Count, head.Versions.Count).ShouldBe(("run-1", null, 0, 0));
    }

    [Fact]
    public void Parts_that_are_not_what_they_should_be_are_passed_over()
    {
        Write("""{ "schema_version": 1, "run_id": 5, "thresholds": [7, { "metric": "none" }, { "metric": "a/mean", "bound": "<= 5" }], "scorers": { "a": 1 } }""");

        RunHeadReading.Read(folder.At("run-1")).Directions.ShouldHaveSingleItem().ShouldBe(new("a", Direction.Lower));
    }

    [Theory]
    [InlineData("""{ "schema_version": 2 }""", "has schema_version 2, which a later version of this program wrote; this one reads up to 1.")]
    [InlineData("{}", "is no record of a run: it has no schema_version.")]
    [InlineData("[]", "is no record of a run: it has no schema_version.")]
    [InlineData("{", "cannot be read: ")]
    public void What_is_no_record_is_refused_with_its_reason(string record, string reason)
    {
        Write(record);

        Should.Throw<InputException>(() => RunHeadReading.Read(folder.At("run-1"))).Message.ShouldContain(reason);
    }

    [Fact]
    public void A_run_that_did_not_come_to_its_end_is_refused_with_the_way_on()
    {
        folder.Write("run-1/journal", "");

        Should.Throw<InputException>(() => RunHeadReading.Read(folder.At("run-1"))).Message
            .ShouldEndWith("holds no complete run: run.json is missing. It did not come to its end: 'scripthost run --resume' goes on with it.");
    }

    [Theory]
    [InlineData("{\"trace_id\":\"a\"")]
    [InlineData("7")]
    [InlineData("{\"trace_id\":\"a\",\"scorer\":\"b\"}")]
    public void A_damaged_line_is_named(string line)
    {
        folder.Write("run-1/results.jsonl", RunFiles.Line("tr-1", "a", 1) + "\n" + line + "\n");

        Should.Throw<InputException>(() => ResultsReading.Read(folder.At("run-1/results.jsonl")).Count()).Message.ShouldEndWith("is damaged: line 2 is no outcome.");
    }

    private void Write(string record)
    {
        folder.Write("run-1/run.json", record);
        folder.Write("run-1/results.jsonl", "");
    }
}
