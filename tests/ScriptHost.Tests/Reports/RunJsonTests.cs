using System.Text;
using System.Text.RegularExpressions;

namespace ScriptHost.Reports;

public sealed class RunJsonTests
{
    [Fact]
    public void A_run_is_recorded_whole() =>
        Encoding.UTF8.GetString(RunJson.Of(RecordedRun.Record).Span)
            .ShouldMatchApproved(c => c.WithScrubber(text => Regex.Replace(text, "(\"(runtime|platform|scripthost)\": )\"[^\"]+\"", "$1\"…\"")));

    [Fact]
    public void What_is_no_number_in_JSON_becomes_null()
    {
        var metric = RecordedRun.Record.Metrics[0] with { Values = [new(Contract.Aggregation.Sum, double.PositiveInfinity)] };

        var json = Encoding.UTF8.GetString(RunJson.Of(RecordedRun.Record with { Metrics = [metric] }).Span);

        json.ShouldContain("\"citation/sum\": null");
    }
}
