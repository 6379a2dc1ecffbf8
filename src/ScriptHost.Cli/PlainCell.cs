namespace ScriptHost.Cli;

/// <summary>A cell of a <see cref="PlainTable"/>.</summary>
/// <param name="Text">One line, harmless already.</param>
/// <param name="Colour">Its colour where there are colours.</param>
internal sealed record PlainCell(string Text, CellColour Colour = CellColour.None)
{
    /// <summary>A cell of the terminal's own colour.</summary>
    public static implicit operator PlainCell(string text) => new(text);
}
