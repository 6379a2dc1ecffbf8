using System.Runtime.CompilerServices;

namespace ScriptHost.Traces;

/// <summary>Reads blocks byte by byte, where there are no vectors.</summary>
internal struct ScalarMarks : IBlockMarks
{
    private byte all;

    /// <inheritdoc/>
    public readonly bool IsAscii => all < 0x80;

    /// <inheritdoc/>
    public bool HasControls { get; private set; }

    /// <inheritdoc/>
    public void Read(ReadOnlySpan<byte> block, out ulong quotes, out ulong backslashes, out ulong brackets)
    {
        (quotes, backslashes, brackets) = (0, 0, 0);
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
    }

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
