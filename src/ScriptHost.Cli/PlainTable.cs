using Spectre.Console;

namespace ScriptHost.Cli;

/// <summary>Tables without lines, whose cells are not broken.</summary>
internal static class PlainTable
{
    /// <summary>An empty table with these columns.</summary>
    public static Table Of(params IEnumerable<string> columns)
    {
        var table = new Table().Border(TableBorder.None);
        foreach (var name in columns)
        {
            table.AddColumn(new TableColumn(new Text(name, new Style(decoration: Decoration.Bold))).PadLeft(0).PadRight(2).NoWrap());
        }

        return table;
    }
}
