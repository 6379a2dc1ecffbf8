namespace ScriptHost;

/// <summary>
/// A fault in a user's file, with its place. Prints as <c>path(line,column): error CODE: sentence.</c>, which editors and build tools
/// understand.
/// </summary>
/// <param name="Path">The file, as the user named it or relative to the working folder.</param>
/// <param name="Line">1-based; 0 when the fault has no place in the file.</param>
/// <param name="Column">1-based, in UTF-16 units; 0 when the fault has no place in the line.</param>
/// <param name="Code">Stable: <c>SH1xxx</c> the gate, <c>SH2xxx</c> the script convention, <c>SH3xxx</c> advice, <c>SH4xxx</c> presets, <c>CSxxxx</c> the C# compiler.</param>
/// <param name="Severity">Errors stop a run before anything is scored; warnings do not.</param>
/// <param name="Message">One sentence that names the thing in quotes and says what would be right.</param>
internal sealed record Diagnostic(string Path, int Line, int Column, string Code, Severity Severity, string Message)
{
    /// <inheritdoc/>
    public override string ToString()
    {
        var place = (Line, Column) switch
        {
            (0, _) => "",
            (_, 0) => $"({Line})",
            _ => $"({Line},{Column})",
        };

        return $"{Path}{place}: {(Severity == Severity.Error ? "error" : "warning")} {Code}: {Message}";
    }
}
