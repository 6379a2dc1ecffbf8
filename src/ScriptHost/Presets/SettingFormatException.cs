namespace ScriptHost.Presets;

/// <summary>A value does not fit the type of its setting.</summary>
/// <param name="node">The value, or the part of it that does not fit.</param>
/// <param name="message">What it is and must be: the end of a sentence, without its full stop.</param>
internal sealed class SettingFormatException(YamlNode node, string message) : FormatException(message)
{
    /// <summary>The value, or the part of it that does not fit.</summary>
    public YamlNode Node => node;
}
