using System.Globalization;
using ScriptHost.Reports;

namespace ScriptHost.Cli;

public sealed class TextTests
{
    [Theory]
    [InlineData("plain – Größe 👩‍💻", "plain – Größe 👩‍💻")]
    [InlineData("two\r\nlines\tand a tab", "two lines and a tab")]
    [InlineData("\u001b[31mred\u0007", "\\u001b[31mred\\u0007")]
    [InlineData("\u009b31m \u202egnp.exe \u2028", "\\u009b31m \\u202egnp.exe \\u2028")]
    [InlineData("x ##vso[task.setvariable variable=a]b", "x \\u0023#vso[task.setvariable variable=a]b")]
    [InlineData("##[error]no", "\\u0023#[error]no")]
    [InlineData("  ::set-output name=a::b", "  \\u003a:set-output name=a::b")]
    [InlineData("std::string, ## head", "std::string, ## head")]
    public void A_line_is_harmless(string text, string expected) => Printable.Line(text).ShouldBe(expected);

    [Fact]
    public void A_block_keeps_its_lines() => Printable.Block("one\r\ntwo\u001b").ShouldBe("one\ntwo\\u001b");

    [Fact]
    public void What_is_cut_off_is_shown() => Printable.Line("abc👩def", 4).ShouldBe("abc…");

    [Theory]
    [InlineData("tr-1", "tr-1")]
    [InlineData("my traces", "'my traces'")]
    [InlineData("it's", "'it'\\''s'")]
    [InlineData("", "''")]
    public void An_argument_is_quoted_when_a_shell_would_read_it_otherwise(string argument, string expected) => Printable.Shell(argument).ShouldBe(expected);

    [Theory]
    [InlineData("10s", 10_000)]
    [InlineData("500ms", 500)]
    [InlineData("2m", 120_000)]
    [InlineData("1h", 3_600_000)]
    [InlineData("30", 30_000)]
    [InlineData("1.5s", 1500)]
    public void A_time_is_read(string text, double milliseconds) => DurationText.Parse(text).ShouldBe(TimeSpan.FromMilliseconds(milliseconds));

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("0.00000001ms")]
    [InlineData("-1s")]
    [InlineData("10 parsecs")]
    [InlineData("ms")]
    [InlineData("1e99h")]
    [InlineData("25h")]
    public void What_is_no_time_is_refused(string text) => DurationText.Parse(text).ShouldBeNull();

    [Theory]
    [InlineData(340, "340 ms")]
    [InlineData(1234, "1.2 s")]
    [InlineData(125_000, "2 m 5 s")]
    [InlineData(7_260_000, "2 h 1 m")]
    public void A_time_is_shown(double milliseconds, string expected) => DurationText.Of(TimeSpan.FromMilliseconds(milliseconds)).ShouldBe(expected);

    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "1")]
    [InlineData(0.833333333, "0.8333")]
    [InlineData(-2.5, "-2.5")]
    [InlineData(12345.678, "12345.678")]
    [InlineData(0.00001234, "1.234e-5")]
    [InlineData(1.5e15, "1.5e+15")]
    public void A_metric_is_shown_with_four_decimals_in_any_culture(double value, string expected)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");

        var shown = MetricNumber.Of(value);

        CultureInfo.CurrentCulture = before;
        shown.ShouldBe(expected);
    }
}
