namespace ScriptHost.Scripting;

/// <summary>File order: by path, line, column, then code and message.</summary>
internal sealed class DiagnosticOrder : IComparer<Diagnostic>
{
    /// <summary>The one there is.</summary>
    public static DiagnosticOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(Diagnostic? x, Diagnostic? y)
    {
        if (x is null || y is null)
        {
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        }

        return string.CompareOrdinal(x.Path, y.Path) is not 0 and var byPath ? byPath
            : x.Line != y.Line ? x.Line.CompareTo(y.Line)
            : x.Column != y.Column ? x.Column.CompareTo(y.Column)
            : string.CompareOrdinal(x.Code, y.Code) is not 0 and var byCode ? byCode
            : string.CompareOrdinal(x.Message, y.Message);
    }
}
