using System.Text;
using Spectre.Console;

namespace ScriptHost.Cli;

/// <summary>Lets Spectre print into a text. Its own output asks the terminal how large it is even so, and reads what the system knows of terminals for that.</summary>
/// <param name="writer">The text.</param>
/// <param name="width">How many columns a line may take.</param>
internal sealed class TextOutput(TextWriter writer, int width) : IAnsiConsoleOutput
{
    /// <inheritdoc/>
    public TextWriter Writer => writer;

    /// <inheritdoc/>
    public bool IsTerminal => false;

    /// <inheritdoc/>
    public int Width => width;

    /// <summary>So many as any table has: nothing is cut by it.</summary>
    public int Height => short.MaxValue;

    /// <inheritdoc/>
    public void SetEncoding(Encoding encoding)
    {
        // A text has none.
    }
}
