using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ScriptHost.Cli;

/// <summary>A table as Spectre draws it: with colours, cells broken where a line would be too long, and characters that take two columns.</summary>
internal static class DrawnTable
{
    /// <summary>Draws a table.</summary>
    /// <param name="plain">The table.</param>
    /// <param name="width">How many columns of the terminal a line may take.</param>
    /// <param name="hasColours">Whether there are colours.</param>
    /// <returns>Its lines.</returns>
    public static string[] Lines(PlainTable plain, int width, bool hasColours)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture);
        var console = AnsiConsole.Create(new()
        {
            Ansi = hasColours ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = hasColours ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Enrichment = new() { UseDefaultEnrichers = false },
            EnvironmentVariables = [],
            Out = new TextOutput(text, width),
        });
        var table = Of(plain);
        var options = RenderOptions.Create(console, console.Profile.Capabilities);
        foreach (var (index, column) in table.Columns.Index().Where(c => c.Item.NoWrap))
        {
            column.Width = table.Rows.Select(r => r.ElementAt(index)).Append(column.Header).Max(c => c.Measure(options, int.MaxValue).Max);
        }

        // Too narrow a terminal must not cut ids in two; it breaks the line itself.
        console.Profile.Width = Math.Max(width, ((IRenderable)table).Measure(options, int.MaxValue).Min);
        console.Write(table);

        // Spectre fills each line to the table's width.
        return Array.ConvertAll(text.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'), l => l.TrimEnd(' '));
    }

    private static Table Of(PlainTable plain)
    {
        var table = new Table().Border(TableBorder.None);
        foreach (var column in plain.Columns)
        {
            var drawn = new TableColumn(new Text(column.Title, new Style(decoration: Decoration.Bold))).PadLeft(0).PadRight(2);
            drawn.NoWrap = !column.MayBreak;
            table.AddColumn(column.IsRight ? drawn.RightAligned() : drawn);
        }

        foreach (var row in plain.Rows)
        {
            table.AddRow(row.Select(c => new Text(c.Text, StyleOf(c.Colour))));
        }

        return table;
    }

    private static Style StyleOf(CellColour colour) => colour switch
    {
        CellColour.Red => new(Color.Red),
        CellColour.Yellow => new(Color.Yellow),
        CellColour.Green => new(Color.Green),
        _ => Style.Plain,
    };
}
