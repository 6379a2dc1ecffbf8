namespace ScriptHost.Runs;

/// <summary>
/// Keys in memory, in their order: each lies where its share of all possible keys would be, or soon behind. So they can be gone through in order without being sorted.
/// </summary>
internal sealed class RecentKeys
{
    private const int Fewest = 1024;

    private const double Fullest = 0.8;

    // Slots at the end for keys that find no room before.
    private const int Spare = 64;

    private ulong[] words = new ulong[Fewest + Spare];
    private ushort[] contents = new ushort[Fewest + Spare];

    // In how many slots keys belong; none belong in those behind.
    private int homes = Fewest;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Finds a key.</summary>
    /// <param name="word">The key's word.</param>
    /// <param name="content">What was said of its content.</param>
    public bool TryFind(ulong word, out ushort content)
    {
        var slot = Slot(word);
        var isThere = slot < words.Length && words[slot] == word;
        content = isThere ? contents[slot] : default;

        return isThere;
    }

    /// <summary>Adds a key that is not there.</summary>
    public void Add(SeenKey key)
    {
        if (Count >= homes * Fullest)
        {
            Resize(2 * homes);
        }

        Insert(key, Slot(key.Word));
        Count++;
    }

    /// <summary>Goes on to the next key in order; false when there is none.</summary>
    /// <param name="at">How far one came; 0 to begin with.</param>
    /// <param name="key">The key.</param>
    public bool TryTake(ref int at, out SeenKey key)
    {
        while (at < words.Length && words[at] == 0)
        {
            at++;
        }

        var isThere = at < words.Length;
        key = isThere ? new(words[at], contents[at]) : default;
        at++;

        return isThere;
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        Array.Clear(words);
        Count = 0;
    }

    private int Home(ulong word) => (int)(((word >> 32) * (ulong)homes) >> 32);

    // Where a key is, or belongs: a free slot is below every key. Behind the last slot when there is no room.
    private int Slot(ulong word)
    {
        var slot = Home(word);
        while (slot < words.Length && words[slot] - 1 < word - 1)
        {
            slot++;
        }

        return slot;
    }

    // Those behind move up, as far as the next free slot.
    private void Insert(SeenKey key, int slot)
    {
        var length = slot < words.Length ? words.AsSpan(slot).IndexOf(0UL) : -1;
        if (length < 0)
        {
            // Nearly never, unless somebody makes keys that all belong there.
            length = words.Length - slot;
            Array.Resize(ref words, words.Length + Fewest);
            Array.Resize(ref contents, words.Length);
        }

        words.AsSpan(slot, length).CopyTo(words.AsSpan(slot + 1));
        contents.AsSpan(slot, length).CopyTo(contents.AsSpan(slot + 1));
        (words[slot], contents[slot]) = key;
    }

    private void Resize(int larger)
    {
        var (before, said) = (words, contents);
        (homes, words, contents) = (larger, new ulong[larger + Spare], new ushort[larger + Spare]);
        var next = 0;
        for (var i = 0; i < before.Length; i++)
        {
            if (before[i] != 0)
            {
                // They come in order, so each belongs behind the one before.
                next = Math.Max(next, Home(before[i]));
                Insert(new(before[i], said[i]), next++);
            }
        }
    }
}
