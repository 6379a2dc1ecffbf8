namespace ScriptHost.Html;

/// <summary>How much of a trace is shown.</summary>
/// <param name="Characters">The most characters of one text.</param>
/// <param name="Items">The most spans, messages, calls, documents or attributes.</param>
internal sealed record Detail(int Characters, int Items)
{
    /// <summary>From the most to the least.</summary>
    public static IReadOnlyList<Detail> Levels { get; } =
        [new(100_000, 2000), new(30_000, 1000), new(10_000, 500), new(4_000, 300), new(1_500, 150), new(500, 80), new(150, 40), new(60, 20)];

    /// <summary>For a reason among many.</summary>
    public static Detail Brief { get; } = new(400, 0);

    /// <summary>For a value in a table.</summary>
    public static Detail Short { get; } = new(60, 0);

    /// <summary>The text; of a longer one the beginning, and how much is missing.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="cut">Counts what was shortened.</param>
    public string Of(string text, ref int cut)
    {
        if (text.Length <= Characters)
        {
            return text;
        }

        cut++;

        // A pair of surrogates is one character and stays whole.
        var length = char.IsHighSurrogate(text[Characters - 1]) ? Characters - 1 : Characters;

        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{text.AsSpan(0, length)}… ({text.Length - length:N0} more characters)");
    }
}
