namespace ScriptHost.Cli;

/// <summary>A column of a <see cref="PlainTable"/>.</summary>
/// <param name="title">What stands above it.</param>
internal sealed class PlainColumn(string title)
{
    /// <summary>What stands above it.</summary>
    public string Title => title;

    /// <summary>Whether its cells end below each other, as numbers do.</summary>
    public bool IsRight { get; set; }

    /// <summary>Whether its cells may be broken where a line would be too long.</summary>
    public bool MayBreak { get; set; }
}
