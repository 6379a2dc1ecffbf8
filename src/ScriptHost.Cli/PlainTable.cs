namespace ScriptHost.Cli;

/// <summary>A table without lines, whose cells are not broken but in columns that say so.</summary>
internal sealed class PlainTable
{
    private const string Gap = "  ";

    private readonly PlainColumn[] columns;
    private readonly List<PlainCell[]> rows = [];

    /// <summary>An empty table with these columns.</summary>
    public PlainTable(params string[] titles) => columns = Array.ConvertAll(titles, t => new PlainColumn(t));

    /// <summary>The columns, from left to right.</summary>
    public IReadOnlyList<PlainColumn> Columns => columns;

    /// <summary>The rows, from top to bottom; each has a cell a column.</summary>
    public IReadOnlyList<PlainCell[]> Rows => rows;

    /// <summary>Adds a row.</summary>
    /// <param name="cells">A cell a column.</param>
    public void Add(params PlainCell[] cells) => rows.Add(cells);

    /// <summary>The lines, when each takes no more room than there is, and no character but one column; null otherwise.</summary>
    /// <param name="width">How many columns of the terminal a line may take.</param>
    public string[]? Lines(int width)
    {
        var widths = new int[columns.Length];
        for (var i = 0; i < columns.Length; i++)
        {
            if (!TryMeasure(i, out widths[i]))
            {
                return null;
            }

            width -= widths[i] + Gap.Length;
        }

        if (width < 0)
        {
            return null;
        }

        var lines = new string[rows.Count + 1];
        lines[0] = Line(widths, i => columns[i].Title);
        for (var row = 0; row < rows.Count; row++)
        {
            var cells = rows[row];
            lines[row + 1] = Line(widths, i => cells[i].Text);
        }

        return lines;
    }

    private bool TryMeasure(int column, out int width)
    {
        width = columns[column].Title.Length;
        foreach (var row in rows)
        {
            foreach (var character in row[column].Text)
            {
                if (character is < ' ' or > '~')
                {
                    return false;
                }
            }

            width = Math.Max(width, row[column].Text.Length);
        }

        return true;
    }

    private string Line(int[] widths, Func<int, string> text)
    {
        var cells = new string[columns.Length];
        for (var i = 0; i < columns.Length; i++)
        {
            cells[i] = columns[i].IsRight ? text(i).PadLeft(widths[i]) : text(i).PadRight(widths[i]);
        }

        return string.Join(Gap, cells).TrimEnd(' ');
    }
}
