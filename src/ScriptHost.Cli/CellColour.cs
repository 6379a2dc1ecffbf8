namespace ScriptHost.Cli;

/// <summary>What colour a cell of a table has.</summary>
internal enum CellColour
{
    /// <summary>The terminal's own.</summary>
    None,

    /// <summary>Something is worse, or failed.</summary>
    Red,

    /// <summary>Something is to be looked at.</summary>
    Yellow,

    /// <summary>Something is better.</summary>
    Green,
}
