using System.Globalization;

namespace ScriptHost.Cli;

/// <summary>Sizes of memory as people write them.</summary>
internal static class SizeText
{
    private const long Least = 64L << 20;

    private const long Most = 64L << 30;

    // Powers of two, whatever they are called: nobody means another by "512MB" of memory.
    private static readonly (string Unit, int Shift)[] Units = [("MiB", 20), ("GiB", 30), ("MB", 20), ("GB", 30), ("M", 20), ("G", 30)];

    /// <summary>Reads <c>512MB</c> or <c>2GB</c>; null unless it is from 64 MB to 64 GB.</summary>
    public static long? Parse(string text)
    {
        var (unit, shift) = Units.FirstOrDefault(u => text.EndsWith(u.Unit, StringComparison.OrdinalIgnoreCase), (Unit: "", Shift: 0));

        return double.TryParse(text[..^unit.Length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number * (1L << shift) is >= Least and <= Most and var bytes
            ? (long)bytes
            : null;
    }
}
