namespace ScriptHost.Records;

/// <summary>A text that may be missing, where it lies. Missing by default.</summary>
/// <param name="text">The text.</param>
internal readonly ref struct OptionalText(ReadOnlySpan<char> text)
{
    /// <summary>Whether there is one.</summary>
    public bool IsThere { get; } = true;

    /// <summary>The text; empty when it is missing.</summary>
    public ReadOnlySpan<char> Text { get; } = text;

    /// <summary>The text that a string holds; missing for null.</summary>
    public static OptionalText Of(string? text) => text is null ? default : new(text);

    /// <summary>A string of it; null when it is missing.</summary>
    public override string? ToString() => IsThere ? Text.ToString() : null;
}
