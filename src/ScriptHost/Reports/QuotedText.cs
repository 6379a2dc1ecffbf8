namespace ScriptHost.Reports;

/// <summary>A text as JSON, made anew only when it is another one than before: a trace has an outcome of each scorer, and its session's traces are its neighbours.</summary>
internal sealed class QuotedText
{
    private readonly JsonLine json = new();
    private char[] kept = [];
    private int length;

    /// <summary>Begins with the empty text.</summary>
    public QuotedText() => json.Text([]);

    /// <summary>The text at hand in quotes; valid until the next one.</summary>
    public ReadOnlySpan<byte> Written => json.Written;

    /// <summary>Whether a text is the one at hand.</summary>
    public bool Is(ReadOnlySpan<char> text) => text.SequenceEqual(kept.AsSpan(0, length));

    /// <summary>The text in quotes; valid until the next one.</summary>
    public ReadOnlySpan<byte> Of(ReadOnlySpan<char> text)
    {
        if (!Is(text))
        {
            if (text.Length > kept.Length)
            {
                kept = new char[2 * text.Length];
            }

            text.CopyTo(kept);
            length = text.Length;
            json.Clear();
            json.Text(text);
        }

        return Written;
    }
}
