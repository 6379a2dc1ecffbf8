using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace ScriptHost.Traces;

/// <summary>JSON's grammar of numbers: <c>-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?</c>.</summary>
internal static class JsonNumber
{
    /// <summary>Where the number ends that begins at an index; negative when there is none. What follows it is not looked at.</summary>
    public static int End(ReadOnlySpan<byte> json, int at)
    {
        at += IsAt(json, at, '-') ? 1 : 0;
        var end = IsAt(json, at, '0') ? at + 1 : Digits(json, at);
        if (end == at)
        {
            return -1;
        }

        if (IsAt(json, end, '.'))
        {
            at = end + 1;
            end = Digits(json, at);
        }

        if (end > at && (IsAt(json, end, 'e') || IsAt(json, end, 'E')))
        {
            at = end + 1;
            at += IsAt(json, at, '+') || IsAt(json, at, '-') ? 1 : 0;
            end = Digits(json, at);
        }

        return end > at ? end : -1;
    }

    /// <summary>Reads a whole number that certainly fits 64 bits and has no sign; false says only that it is not one.</summary>
    /// <param name="json">The number and nothing else.</param>
    /// <param name="number">The number; 0 when it is not one.</param>
    public static bool TryReadPlain(ReadOnlySpan<byte> json, out long number)
    {
        number = 0;
        if (json.Length is 0 or > 19 || (json.Length == 19 && json[0] >= '9'))
        {
            return false;
        }

        var rest = json;
        for (; rest.Length >= sizeof(ulong); rest = rest[sizeof(ulong)..])
        {
            var bytes = BinaryPrimitives.ReadUInt64LittleEndian(rest);
            if (!AreDigits(bytes))
            {
                number = 0;

                return false;
            }

            number = (number * 100_000_000) + Eight(bytes);
        }

        foreach (var digit in rest)
        {
            if ((uint)(digit - '0') > 9)
            {
                number = 0;

                return false;
            }

            number = (number * 10) + (digit - '0');
        }

        return true;
    }

    // Digits in pairs, then pairs in pairs, then these: three multiplications instead of eight.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Eight(ulong digits)
    {
        digits = ((digits & 0x0F0F_0F0F_0F0F_0F0F) * ((10 << 8) + 1)) >> 8;
        digits = ((digits & 0x00FF_00FF_00FF_00FF) * ((100 << 16) + 1)) >> 16;

        return (long)(((digits & 0x0000_FFFF_0000_FFFF) * ((10_000UL << 32) + 1)) >> 32);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsAt(ReadOnlySpan<byte> json, int at, char sought) => (uint)at < (uint)json.Length && json[at] == sought;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Digits(ReadOnlySpan<byte> json, int at)
    {
        while (json.Length - at >= sizeof(ulong) && AreDigits(BinaryPrimitives.ReadUInt64LittleEndian(json[at..])))
        {
            at += sizeof(ulong);
        }

        while ((uint)at < (uint)json.Length && (uint)(json[at] - '0') <= 9)
        {
            at++;
        }

        return at;
    }

    // Eight at once: digits are 0x30 to 0x39, and stay in 0x3_ when six is added.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreDigits(ulong bytes) =>
        (bytes & 0xF0F0_F0F0_F0F0_F0F0) == 0x3030_3030_3030_3030
        && ((bytes + 0x0606_0606_0606_0606) & 0xF0F0_F0F0_F0F0_F0F0) == 0x3030_3030_3030_3030;
}
