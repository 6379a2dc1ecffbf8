namespace ScriptHost.Contract;

/// <summary>
/// Where each symbol stands in a pattern, as bits: row <c>s</c> has bit <c>i</c> set when the pattern's symbol <c>i</c> is <c>s</c>. The table that
/// bit-parallel algorithms look at once for each symbol of the other text.
/// </summary>
internal sealed class SymbolRows
{
    private const int WordBits = 64;

    // Most texts are Latin; others take the dictionary.
    private const int Near = 256;

    private readonly int[] near = new int[Near];
    private readonly ulong[] bits;
    private Dictionary<int, int>? far;

    public SymbolRows(ReadOnlySpan<int> pattern)
    {
        Width = (pattern.Length + WordBits - 1) / WordBits;

        // Row 0 stays empty: it belongs to all symbols that the pattern lacks.
        var rows = 1;
        foreach (var symbol in pattern)
        {
            if (Row(symbol) == 0)
            {
                Enter(symbol, rows++);
            }
        }

        bits = new ulong[rows * Width];
        for (var i = 0; i < pattern.Length; i++)
        {
            bits[(Row(pattern[i]) * Width) + (i / WordBits)] |= 1UL << (i % WordBits);
        }
    }

    /// <summary>How many words of 64 bits a row has.</summary>
    public int Width { get; }

    /// <summary>The row of a symbol.</summary>
    public ReadOnlySpan<ulong> this[int symbol] => bits.AsSpan(Row(symbol) * Width, Width);

    private int Row(int symbol) => (uint)symbol < Near ? near[symbol] : far?.GetValueOrDefault(symbol) ?? 0;

    private void Enter(int symbol, int row)
    {
        if ((uint)symbol < Near)
        {
            near[symbol] = row;
        }
        else
        {
            (far ??= [])[symbol] = row;
        }
    }
}
