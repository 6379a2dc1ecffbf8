namespace ScriptHost.Cli;

/// <summary>Prints facts, one a line, indented, names before values.</summary>
/// <param name="terminal">Where to.</param>
internal sealed class FactList(Terminal terminal)
{
    private const int NameWidth = 14;

    /// <summary>Prints a fact on one line; nothing when there is no value.</summary>
    public void Say(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            terminal.Say($"  {name,-NameWidth}{Printable.Line(value)}");
        }
    }

    /// <summary>Prints a fact on as many lines as it takes, cut after so many UTF-16 units; nothing when there is no value.</summary>
    public void SayBlock(string name, string? value, int most)
    {
        if (string.IsNullOrEmpty(value))
        {
            return;
        }

        foreach (var line in Printable.Block(value, most).TrimEnd('\n').Split('\n'))
        {
            terminal.Say($"  {name,-NameWidth}{line}".TrimEnd());
            name = "";
        }
    }
}
