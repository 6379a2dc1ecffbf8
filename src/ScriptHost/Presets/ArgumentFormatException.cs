namespace ScriptHost.Presets;

/// <summary>An argument cannot be read.</summary>
/// <param name="position">Where in it, 1-based, in UTF-16 units.</param>
/// <param name="message">What was expected, one sentence without its full stop.</param>
internal sealed class ArgumentFormatException(int position, string message) : FormatException(message)
{
    /// <summary>Where in the argument, 1-based, in UTF-16 units.</summary>
    public int Position => position;
}
