namespace ScriptHost.Runs;

/// <summary>
/// A set of keys of 52 bits, each with 12 bits beside it, in one word. They lie in their order, each where its share of all keys would be or soon behind, so
/// that the table can grow in its place: one that is copied leaves as much behind as it holds.
/// </summary>
internal sealed class KeyTable
{
    /// <summary>The highest that can be kept beside a key.</summary>
    public const int MaxTag = (1 << TagBits) - 1;

    /// <summary>The lowest key: zero marks a free slot.</summary>
    public const ulong Least = 1UL << TagBits;

    private const int TagBits = 12;

    private const int PageLength = 32;

    // For those that find no room where they belong.
    private const int Spare = 8;

    private const double Fullest = 0.85;

    private ulong[][] pages = [];
    private int count;

    private int Capacity => pages.Length * PageLength;

    private ref ulong this[int slot] => ref pages[slot / PageLength][slot % PageLength];

    /// <summary>Whether a key is known.</summary>
    /// <param name="key">At least <see cref="Least"/>; its last bits do not count.</param>
    public bool Contains(ulong key) => count > 0 && Word(Place(key)) >> TagBits == key >> TagBits;

    /// <summary>Takes note of a key; false when it is known.</summary>
    /// <param name="key">At least <see cref="Least"/>; its last bits do not count.</param>
    /// <param name="tag">What to keep beside it, up to <see cref="MaxTag"/>.</param>
    /// <param name="kept">What is beside it.</param>
    public bool Add(ulong key, int tag, out int kept)
    {
        if (count >= Capacity * Fullest)
        {
            Grow();
        }

        var place = Place(key);
        var word = Word(place);
        var isNew = word >> TagBits != key >> TagBits;
        kept = isNew ? tag : (int)word & MaxTag;
        if (isNew)
        {
            Insert((key & ~(ulong)MaxTag) | (uint)tag, place);
            count++;
        }

        return isNew;
    }

    private ulong Word(int place) => place < Capacity ? this[place] : 0;

    // Where a key is, or belongs; behind the last slot when there is no room.
    private int Place(ulong key)
    {
        var first = key & ~(ulong)MaxTag;
        var place = Home(key);
        while (place < Capacity && this[place] is not 0 and var other && other < first)
        {
            place++;
        }

        return place;
    }

    private int Home(ulong key) => (int)Math.BigMul(key & ~(ulong)MaxTag, (ulong)(Capacity - Spare), out _);

    // Those behind move up, as far as the next free slot.
    private void Insert(ulong word, int place)
    {
        for (; word != 0; place++)
        {
            if (place == Capacity)
            {
                Grow();
                place = Place(word);
            }

            (this[place], word) = (word, this[place]);
        }
    }

    // All to the end, then each to its place: what could be laid out before leaves nobody without room in a larger table.
    private void Grow()
    {
        var before = Capacity;
        pages = [.. pages, .. Enumerable.Range(0, 1 + (pages.Length / 4)).Select(_ => new ulong[PageLength])];
        var first = Capacity;
        for (var slot = before - 1; slot >= 0; slot--)
        {
            if (this[slot] != 0)
            {
                (this[--first], this[slot]) = (this[slot], 0);
            }
        }

        for (var (slot, free) = (first, 0); slot < Capacity; slot++)
        {
            var word = this[slot];
            this[slot] = 0;
            free = Math.Max(free, Home(word));
            this[free++] = word;
        }
    }
}
