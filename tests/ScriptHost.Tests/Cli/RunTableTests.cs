using System.Globalization;
using ScriptHost.Reports;

namespace ScriptHost.Cli;

public sealed class RunTableTests
{
    [Fact]
    public void A_run_is_shown_with_metrics_errors_failures_and_what_to_do_next() => Printed(width: 120).ShouldMatchApproved();

    [Fact]
    public void A_narrow_terminal_cuts_no_name_and_no_id()
    {
        var table = Printed(width: 30);

        table.ShouldContain("citation");
        table.ShouldContain("tr-0af7651916cd43dd8448eb211c80319c");
        table.ShouldContain("1,200");
    }

    [Fact]
    public void Escape_sequences_of_scripts_do_not_reach_the_terminal() => Printed(width: 120).ShouldNotContain('\u001b');

    private static string Printed(int width)
    {
        var output = new StringWriter(CultureInfo.InvariantCulture);

        new RunTable(new(output, TextWriter.Null, noColor: false) { Width = width })
            .Print(RecordedRun.Record, "results/20261122-143055-1f3a", " --traces 'my traces'");

        return output.ToString();
    }
}
