using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace ScriptHost.Traces;

/// <summary>JSON's grammar of numbers: <c>-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?</c>.</summary>
internal static class JsonNumber
{
    /// <summary>Where the number ends that begins at an index; negative when there is none. What follows it is not looked at.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
