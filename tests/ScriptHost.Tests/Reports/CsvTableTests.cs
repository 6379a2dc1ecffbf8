namespace ScriptHost.Reports;

public sealed class CsvTableTests : IDisposable
{
    private readonly ReportedRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public void A_run_is_reported()
    {
        var rows = CsvReader.Read(run.Written(CsvTable.Write));

        rows.ShouldAllBe(r => r.Count == rows[0].Count);
        string.Join('\n', rows.Select(r => string.Join(" ; ", r.Select(c => c.Replace("\r\n", "⏎", StringComparison.Ordinal).Replace("\0", "␀", StringComparison.Ordinal).Replace("\b", "␈", StringComparison.Ordinal)))))
            .ShouldMatchApproved();
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("＝1", "'＝1")]
    [InlineData("plain", "plain")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"no\"", "\"say \"\"no\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("", "")]
    public void A_text_is_no_formula_and_stays_one_cell(string text, string cell) => CsvTable.Cell(text).ShouldBe(cell);

    [Fact]
    public void A_negative_number_stays_one() => run.Written(CsvTable.Write).ShouldContain(",share,-1.5,-1.5,");
}
