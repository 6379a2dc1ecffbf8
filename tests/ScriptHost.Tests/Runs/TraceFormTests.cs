using System.Text;
using ScriptHost.Traces;

namespace ScriptHost.Runs;

public sealed class TraceFormTests
{
    [Theory]
    [InlineData("""{"info":{"trace_id":"tr-1","request_time":"2026-11-21T08:00:00Z","trace_metadata":{"mlflow.trace_schema.version":"3"}},"data":{"spans":[]}}""", "MLflow schema 3")]
    [InlineData("""{"info":{"trace_id":"tr-1","request_time":"2026-11-21T08:00:00Z"},"data":{"spans":[]}}""", "MLflow schema 3")]
    [InlineData("""{"info":{"request_id":"1","timestamp_ms":1,"tags":{},"request_metadata":{"mlflow.trace_schema.version":"2"}},"data":{"spans":[]}}""", "MLflow schema 2")]
    [InlineData("""{"info":{"request_id":"1","timestamp_ms":1},"data":{"spans":[]}}""", "MLflow schema 2")]
    [InlineData("""{"trace":{"info":{"trace_id":"tr-1","request_time":"2026-11-21T08:00:00Z","trace_metadata":{"mlflow.trace_schema.version":"3"}},"data":{"spans":[]}},"trace_id":"tr-1"}""", "MLflow schema 3, row of search_traces")]
    public void The_form_is_told_from_the_document(string json, string expected) =>
        TraceForm.Of(Encoding.UTF8.GetBytes(json), MlflowTrace.Parse(Encoding.UTF8.GetBytes(json))).ShouldBe(expected);

    [Fact]
    public void Each_shape_that_traces_are_found_in_has_its_form()
    {
        string[] texts = [TraceTexts.V3, TraceTexts.V2, TraceTexts.SearchTracesRow, TraceTexts.DataOnly];

        texts.Select(t => TraceForm.Of(Encoding.UTF8.GetBytes(t), MlflowTrace.Parse(Encoding.UTF8.GetBytes(t))))
            .ShouldBe(["MLflow schema 3", "MLflow schema 2", "MLflow schema 3, row of search_traces", "MLflow artifact (spans only)"]);
    }
}
