namespace ScriptHost.Reports;

public sealed class RunMarkdownTests
{
    [Fact]
    public void A_run_is_reported()
    {
        using var run = new ReportedRun();

        run.Written(RunMarkdown.Write).ShouldMatchApproved();
    }

    [Fact]
    public void With_a_baseline_it_says_what_turned()
    {
        using var run = new ReportedRun(isCompared: true);

        run.Written(RunMarkdown.Write).ShouldContain("#### Newly failing: 9");
    }

    [Theory]
    [InlineData("<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;")]
    [InlineData("[a](https://example.com) www.example.com", "\\[a\\](https:&#47;&#47;example.com) www&#46;example.com")]
    [InlineData("@team `x` *b* _i_ | # $m$ ~~s~~", "@\u200bteam \\`x\\` \\*b\\* \\_i\\_ \\| \\# \\$m\\$ \\~\\~s\\~\\~")]
    [InlineData("two\nlines\u202e\u0007", "two lines\ufffd\ufffd")]
    public void Text_shows_as_it_is(string text, string expected) => MarkdownText.Line(text).ShouldBe(expected);
}
