using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace ScriptHost.Contract;

/// <summary>What the escapes in JSON strings stand for.</summary>
internal static class Escape
{
    /// <summary>How many bytes an escape such as <c>\u00fc</c> has.</summary>
    public const int UnitLength = 6;

    // From '0' to 'f'; -1 for what is none.
    private static ReadOnlySpan<sbyte> HexDigits =>
    [
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, -1, -1, -1, -1, -1, -1, -1,
        10, 11, 12, 13, 14, 15, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1,
        10, 11, 12, 13, 14, 15,
    ];

    /// <summary>What a backslash and a letter stand for; 0 when they stand for nothing, or begin a UTF-16 unit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte Plain(byte letter) => letter switch
    {
        (byte)'"' or (byte)'\\' or (byte)'/' => letter,
        (byte)'n' => (byte)'\n',
        (byte)'t' => (byte)'\t',
        (byte)'r' => (byte)'\r',
        (byte)'b' => (byte)'\b',
        (byte)'f' => (byte)'\f',
        _ => 0,
    };

    /// <summary>The UTF-16 unit that a text such as <c>\u00fc</c> begins with; negative when it begins with none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Unit(ReadOnlySpan<byte> text) =>
        text.Length >= UnitLength && BinaryPrimitives.ReadUInt16LittleEndian(text) == ('\\' | ('u' << 8))
            ? (HexDigit(text[2]) << 12) | (HexDigit(text[3]) << 8) | (HexDigit(text[4]) << 4) | HexDigit(text[5])
            : -1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int HexDigit(byte digit) => (uint)(digit - '0') < (uint)HexDigits.Length ? HexDigits[digit - '0'] : -1;
}
