using ScriptHost.Records;

namespace ScriptHost.Runs;

/// <summary>
/// The keys that came so far, each as 63 bits of it beside 16 bits of its content's hash: 11 to 12 bytes a key once there are many. Two of a million keys look
/// like one with a chance of 1 in 20 million; that the content of a key that came twice changed is missed once in 65,536 times. They lie in their order, each
/// where its share of all keys would be or soon behind, so that a larger table is laid out page by page from the pages of the one before: a table that is
/// copied leaves as much behind as it holds.
/// </summary>
internal sealed class SeenKeys
{
    private const int PageLength = 4096;

    private const double Fullest = 0.9;

    // Up to so many pages the table doubles: 3 MB, which are soon filled and little if not.
    private const int FewPages = 64;

    // Slots at the end for keys that find no room before.
    private const int Spare = 64;

    private List<Page> pages = [];

    // In how many slots keys belong; none belong in those behind.
    private int homes;

    /// <summary>How many different keys there are.</summary>
    public long Count { get; private set; }

    /// <summary>Whether a key is known.</summary>
    public bool Contains(TraceKey key) => Count > 0 && Find(Word(key), out _, out _);

    /// <summary>Takes note of a key. False when it is known; then <paramref name="isSame"/> tells whether the content is, too.</summary>
    public bool Add(TraceKey key, ulong content, out bool isSame)
    {
        if (Count >= homes * Fullest)
        {
            Grow();
        }

        var word = Word(key);
        if (Find(word, out var page, out var slot))
        {
            isSame = pages[page].Contents[slot] == (ushort)content;

            return false;
        }

        Insert(word, (ushort)content, page, slot);
        Count++;
        isSame = false;

        return true;
    }

    // Zero marks a free slot.
    private static ulong Word(TraceKey key) => key.High | 1;

    // Where a key is, or belongs; behind the last page when there is no room.
    private bool Find(ulong word, out int page, out int slot)
    {
        var home = Home(word);
        (page, slot) = (home / PageLength, home % PageLength);
        for (; page < pages.Count; page++, slot = 0)
        {
            var keys = pages[page].Keys;
            for (; slot < keys.Length; slot++)
            {
                // A free slot is below every key.
                if (keys[slot] - 1 >= word - 1)
                {
                    return keys[slot] == word;
                }
            }
        }

        return false;
    }

    private int Home(ulong word) => (int)Math.BigMul(word, (ulong)homes, out _);

    // Those behind move up, as far as the next free slot; the last of a full page goes on to the next.
    private void Insert(ulong word, ushort content, int page, int slot)
    {
        for (; word != 0; page++, slot = 0)
        {
            if (page == pages.Count)
            {
                // Nearly never, unless somebody makes keys that all belong there: a larger table would not spread those.
                pages.Add(new());
            }

            var keys = pages[page].Keys.AsSpan(slot);
            var contents = pages[page].Contents.AsSpan(slot);
            var moved = keys.IndexOf(0UL) is >= 0 and var free ? free : keys.Length - 1;
            var last = (keys[moved], contents[moved]);
            keys[..moved].CopyTo(keys[1..]);
            contents[..moved].CopyTo(contents[1..]);
            (keys[0], contents[0]) = (word, content);
            (word, content) = last;
        }
    }

    // What was read of the smaller table makes room for what is written of the larger one, together with the pages that are added.
    private void Grow()
    {
        var before = pages;
        var added = before.Count <= FewPages / 2 ? Math.Max(1, before.Count) : 1 + (before.Count / 12);
        var free = new Stack<Page>();
        pages = new(before.Count + added);
        homes = (pages.Capacity * PageLength) - Spare;
        var next = 0;
        foreach (var page in before)
        {
            for (var slot = 0; slot < PageLength; slot++)
            {
                var word = page.Keys[slot];
                if (word != 0)
                {
                    next = Math.Max(next, Home(word));
                    var target = next / PageLength;
                    if (target >= pages.Count)
                    {
                        AddPages(target + 1, free);
                    }

                    pages[target].Put(next % PageLength, word, page.Contents[slot]);
                    next++;
                }
            }

            page.Clear();
            free.Push(page);
        }

        AddPages(before.Count + added, free);
    }

    private void AddPages(int count, Stack<Page> free)
    {
        while (pages.Count < count)
        {
            pages.Add(free.TryPop(out var page) ? page : new());
        }
    }

    private sealed class Page
    {
        public ulong[] Keys { get; } = new ulong[PageLength];

        public ushort[] Contents { get; } = new ushort[PageLength];

        public void Put(int slot, ulong key, ushort content) => (Keys[slot], Contents[slot]) = (key, content);

        public void Clear()
        {
            Array.Clear(Keys);
            Array.Clear(Contents);
        }
    }
}
