namespace ScriptHost.Contract;

/// <summary>A text as numbers, one for each Unicode scalar value; a lone surrogate counts as U+FFFD.</summary>
internal static class CodePoints
{
    public static int[] Of(string text)
    {
        var points = new int[text.Length];
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            for (var i = 0; i < points.Length; i++)
            {
                points[i] = text[i];
            }

            return points;
        }

        var count = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            points[count++] = rune.Value;
        }

        return count == points.Length ? points : points[..count];
    }
}
