using System.Globalization;
using System.Text;
using ScriptHost.Comparison;
using ScriptHost.Reports;

namespace ScriptHost.Cli;

public sealed class ComparisonTableTests : IDisposable
{
    private readonly RunFiles files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void At_120_columns() => Printed(120).ShouldMatchApproved();

    [Fact]
    public void At_80_columns() => Printed(80).ShouldMatchApproved();

    [Fact]
    public void Escape_sequences_do_not_reach_the_terminal() => Printed(120).ShouldNotContain('\u001b');

    [Fact]
    public void In_Markdown()
    {
        var text = new StringWriter(CultureInfo.InvariantCulture);

        ComparisonMarkdown.Write(text, files.Everything());

        text.ToString().ShouldMatchApproved();
    }

    [Fact]
    public void In_JSON() => Encoding.UTF8.GetString(ComparisonJson.Of(files.Everything()).Span).ShouldMatchApproved();

    private string Printed(int width)
    {
        var output = new StringWriter(CultureInfo.InvariantCulture);

        new ComparisonTable(new(output, TextWriter.Null, noColor: false) { Width = width }).Print(files.Everything());

        return output.ToString();
    }
}
