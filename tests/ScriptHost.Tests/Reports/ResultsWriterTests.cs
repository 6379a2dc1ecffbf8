using System.Text;

namespace ScriptHost.Reports;

public sealed class ResultsWriterTests
{
    [Fact]
    public void An_outcome_is_one_line_with_MLflows_assessments() => Written().ShouldMatchApproved();

    [Fact]
    public void The_same_outcomes_give_the_same_bytes() => Written().ShouldBe(Written());

    [Fact]
    public void Every_line_ends_with_a_line_feed_only() => Written().Split('\n').Length.ShouldBe(RecordedRun.Outcomes.Count + 1);

    private static string Written()
    {
        var stream = new MemoryStream();
        using (var writer = new ResultsWriter(stream, RecordedRun.Scorers))
        {
            foreach (var outcome in RecordedRun.Outcomes)
            {
                writer.Write(outcome, RecordedRun.Scorers);
            }
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
