using System.Text;

namespace ScriptHost.Benchmarks.Measuring;

/// <summary>Markdown that is printed as it comes, and kept for README.md.</summary>
/// <param name="output">Where it is printed.</param>
internal sealed class Report(TextWriter output)
{
    private readonly StringBuilder text = new();

    /// <summary>All that was printed.</summary>
    public string Text => text.ToString();

    /// <summary>Begins a table.</summary>
    public void Begin(string title, params IReadOnlyList<string> columns)
    {
        Print($"\n{title}\n");
        Row(columns);
        Print("|---" + string.Concat(Enumerable.Repeat("|--:", columns.Count - 1)) + "|");
    }

    /// <summary>A row of the table.</summary>
    public void Row(params IReadOnlyList<string> cells) => Print("| " + string.Join(" | ", cells) + " |");

    /// <summary>A paragraph behind a table.</summary>
    public void Note(string sentence) => Print("\n" + sentence);

    /// <summary>Says why a contender does not take part.</summary>
    public void LeaveOut(string contender, string why) => Note($"Left out: {contender}; {why}.");

    private void Print(string line)
    {
        text.Append(line).Append('\n');
        output.WriteLine(line);
    }
}
