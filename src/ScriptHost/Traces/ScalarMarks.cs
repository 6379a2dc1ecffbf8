using System.Runtime.CompilerServices;
using System.Text.Unicode;

namespace ScriptHost.Traces;

/// <summary>Reads blocks byte by byte, where there are no vectors.</summary>
internal struct ScalarMarks : IBlockMarks
{
    /// <inheritdoc/>
    public bool HasControls { get; private set; }

    /// <inheritdoc/>
    public bool Read(ReadOnlySpan<byte> block, out ulong quotes, out ulong backslashes, out ulong brackets)
    {
        (quotes, backslashes, brackets) = (0, 0, 0);
        var all = (byte)0;
        for (var i = 0; i < block.Length; i++)
        {
            var next = block[i];
            all |= next;
            brackets |= (next | 0x20) is '{' or '}' ? 1UL << i : 0;
            if (next <= '\\')
            {
                HasControls |= next < ' ';
                quotes |= next == '"' ? 1UL << i : 0;
                backslashes |= next == '\\' ? 1UL << i : 0;
            }
        }

        return all < 0x80;
    }

    /// <inheritdoc/>
    public static void ReadEscapes(ReadOnlySpan<byte> block, out EscapeMarks marks)
    {
        var (letters, units, digits, surrogates) = (0UL, 0UL, 0UL, 0UL);
        for (var i = 0; i < block.Length; i++)
        {
            var next = block[i];
            letters |= next is (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t' or (byte)'u' ? 1UL << i : 0;
            units |= next == 'u' ? 1UL << i : 0;
            digits |= char.IsAsciiHexDigit((char)next) ? 1UL << i : 0;
            surrogates |= (next | 0x20) == 'd' ? 1UL << i : 0;
        }

        marks = new(letters, units, digits, surrogates);
    }

    /// <inheritdoc/>
    public static bool IsUtf8(ReadOnlySpan<byte> text) => Utf8.IsValid(text);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Between(ulong bits)
    {
        bits ^= bits << 1;
        bits ^= bits << 2;
        bits ^= bits << 4;
        bits ^= bits << 8;
        bits ^= bits << 16;

        return bits ^ (bits << 32);
    }
}
