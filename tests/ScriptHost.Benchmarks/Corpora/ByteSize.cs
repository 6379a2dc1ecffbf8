using System.Globalization;

namespace ScriptHost.Benchmarks.Corpora;

/// <summary>Reads sizes such as <c>1GB</c>.</summary>
internal static class ByteSize
{
    private static readonly (string Unit, double Bytes)[] Units = [("GB", 1e9), ("MB", 1e6), ("KB", 1e3)];

    /// <summary>A size in bytes; null when the text is none.</summary>
    public static long? Parse(string text)
    {
        var unit = Units.FirstOrDefault(u => text.EndsWith(u.Unit, StringComparison.OrdinalIgnoreCase));

        return unit.Unit is not null
            && double.TryParse(text.AsSpan()[..^unit.Unit.Length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number > 0
                ? (long)(number * unit.Bytes)
                : null;
    }
}
