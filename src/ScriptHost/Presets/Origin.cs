namespace ScriptHost.Presets;

/// <summary>Where something was stated. Two statements of the same thing are the same wherever they stand, so nothing compares origins.</summary>
/// <param name="Path">A file, or the argument of the command line.</param>
/// <param name="Line">1-based; 0 for the command line, and for a file as a whole.</param>
/// <param name="Column">1-based, in UTF-16 units; 0 as for the line.</param>
internal sealed record Origin(string Path, int Line, int Column)
{
    /// <summary>A place in a file.</summary>
    public static Origin At(string path, YamlNode node) => new(path, node.Line, node.Column);

    /// <summary>An argument of the command line, such as <c>--scorer length:min=5</c>.</summary>
    public static Origin CommandLine(string argument) => new(argument, 0, 0);

    /// <summary>A fault at this place.</summary>
    public Diagnostic Fault(string code, string message, Severity severity = Severity.Error) => new(Path, Line, Column, code, severity, message);

    /// <inheritdoc/>
    public override string ToString() => Line == 0 ? Path : $"{Path}({Line},{Column})";
}
