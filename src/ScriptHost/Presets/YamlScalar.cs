namespace ScriptHost.Presets;

/// <summary>A single value, as it is written; what it means is for its reader to say.</summary>
/// <param name="Text">The text, quotes and escapes resolved.</param>
/// <param name="IsQuoted">Whether it was written in quotes or as a block, so that <c>"true"</c> is a text and <c>true</c> is not.</param>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based, in UTF-16 units.</param>
internal sealed record YamlScalar(string Text, bool IsQuoted, int Line, int Column) : YamlNode(Line, Column);
