namespace ScriptHost.Cli;

public sealed class PlainTableTests
{
    private const int Wide = 1_000;

    private static readonly string[] Words = ["", "a", "mean 0.25  p90 1", "trailing ", " leading", "[red]no markup[/]", "1,234", "--verbose", "x\\y \"z\""];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void A_table_that_fits_looks_as_Spectre_draws_it(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 40; round++)
        {
            var table = Table(random);

            table.Lines(Wide).ShouldBe(DrawnTable.Lines(table, Wide, hasColours: false));
        }
    }

    [Fact]
    public void As_wide_as_the_terminal_it_is_not_broken_and_one_column_less_is_for_Spectre()
    {
        var table = new PlainTable("Name", "Said");
        table.Columns[1].MayBreak = true;
        table.Add("length", "one two three");
        const int Width = 6 + 2 + 13 + 2;

        table.Lines(Width).ShouldBe(["Name    Said", "length  one two three"]);
        table.Lines(Width).ShouldBe(DrawnTable.Lines(table, Width, hasColours: false));
        table.Lines(Width - 1).ShouldBeNull();
        DrawnTable.Lines(table, Width - 1, hasColours: false).ShouldBe(["Name    Said", "length  one two", "        three"]);
    }

    [Theory]
    [InlineData("é")]
    [InlineData("表")]
    [InlineData("👍")]
    [InlineData("e\u0301")]
    public void What_is_not_ASCII_is_measured_by_Spectre(string text)
    {
        var table = new PlainTable("Name");
        table.Add(text);

        table.Lines(Wide).ShouldBeNull();
        DrawnTable.Lines(table, Wide, hasColours: false).ShouldBe(["Name", text]);
    }

    [Fact]
    public void Colours_are_those_of_the_cells()
    {
        var table = new PlainTable("Errors", "Change");
        table.Add(new("3", CellColour.Red), new PlainCell("up", CellColour.Green));
        var lines = DrawnTable.Lines(table, Wide, hasColours: true);

        lines[0].ShouldContain("\e[1mErrors");
        lines[1].ShouldContain("\e[91m3");
        lines[1].ShouldContain("\e[32mup");
    }

    private static PlainTable Table(Random random)
    {
        var columns = random.Next(1, 6);
        var table = new PlainTable([.. Enumerable.Range(0, columns).Select(i => $"Title {new string('x', random.Next(8))}{i}")]);
        foreach (var column in table.Columns)
        {
            (column.IsRight, column.MayBreak) = (random.Next(2) == 0, random.Next(3) == 0);
        }

        for (var rows = random.Next(5); rows > 0; rows--)
        {
            table.Add([.. Enumerable.Range(0, columns).Select(_ => new PlainCell(Words[random.Next(Words.Length)], (CellColour)random.Next(4)))]);
        }

        return table;
    }
}
