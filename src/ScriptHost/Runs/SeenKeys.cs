using ScriptHost.Records;

namespace ScriptHost.Runs;

/// <summary>
/// The keys that came so far, each as 63 bits of it beside 16 bits of its content's hash: 11 to 12 bytes a key. Two of a million keys look like one with a
/// chance of 1 in 20 million; that the content of a key that came twice changed is missed once in 65,536 times. They lie in their order, each where its share of all keys would be or soon behind, so that the table can grow in its place: one
/// that is copied leaves as much behind as it holds.
/// </summary>
internal sealed class SeenKeys
{
    private const int PageLength = 4096;

    private const double Fullest = 0.9;

    private ulong[][] keys = [];
    private ushort[][] contents = [];

    // Slots at the end where no key belongs, for those that find no room before.
    private int spare = 64;

    /// <summary>How many different keys there are.</summary>
    public long Count { get; private set; }

    private int Capacity => keys.Length * PageLength;

    /// <summary>Whether a key is known.</summary>
    public bool Contains(TraceKey key) => Count > 0 && IsAt(Place(Word(key)), Word(key));

    /// <summary>Takes note of a key. False when it is known; then <paramref name="isSame"/> tells whether the content is, too.</summary>
    public bool Add(TraceKey key, ulong content, out bool isSame)
    {
        if (Count >= Capacity * Fullest)
        {
            Grow();
        }

        var word = Word(key);
        var place = Place(word);
        if (IsAt(place, word))
        {
            isSame = Content(place) == (ushort)content;

            return false;
        }

        Insert(word, (ushort)content, place);
        Count++;
        isSame = false;

        return true;
    }

    // Zero marks a free slot.
    private static ulong Word(TraceKey key) => key.High | 1;

    private ref ulong Key(int slot) => ref keys[(uint)slot / PageLength][(uint)slot % PageLength];

    private ref ushort Content(int slot) => ref contents[(uint)slot / PageLength][(uint)slot % PageLength];

    private bool IsAt(int place, ulong word) => place < Capacity && Key(place) == word;

    // Where a key is, or belongs; behind the last slot when there is no room.
    private int Place(ulong word)
    {
        var place = Home(word);
        while (place < Capacity)
        {
            var page = keys[(uint)place / PageLength].AsSpan(place % PageLength);
            for (var i = 0; i < page.Length; i++)
            {
                if (page[i] == 0 || page[i] >= word)
                {
                    return place + i;
                }
            }

            place += page.Length;
        }

        return place;
    }

    private int Home(ulong word) => (int)Math.BigMul(word, (ulong)(Capacity - spare), out _);

    // Those behind move up, as far as the next free slot; the last of a full page goes on to the next.
    private void Insert(ulong word, ushort content, int place)
    {
        while (word != 0)
        {
            if (place == Capacity)
            {
                // Nearly never, unless somebody makes keys that all belong there: a larger table would not spread those.
                AddPages(1);
                spare += PageLength;
            }

            var some = keys[(uint)place / PageLength].AsSpan(place % PageLength);
            var theirs = contents[(uint)place / PageLength].AsSpan(place % PageLength);
            place += some.Length;
            var moved = some.IndexOf(0UL) is >= 0 and var free ? free : some.Length - 1;
            var last = (some[moved], theirs[moved]);
            some[..moved].CopyTo(some[1..]);
            theirs[..moved].CopyTo(theirs[1..]);
            (some[0], theirs[0]) = (word, content);
            (word, content) = last;
        }
    }

    // All to the end, then each to its place: what could be laid out before leaves nobody without room in a larger table.
    private void Grow()
    {
        var before = Capacity;
        AddPages(1 + (keys.Length / 12));
        var first = Capacity;
        for (var slot = before - 1; slot >= 0; slot--)
        {
            if (Key(slot) != 0)
            {
                Move(slot, --first);
            }
        }

        for (var (slot, free) = (first, 0); slot < Capacity; slot++)
        {
            free = Math.Max(free, Home(Key(slot)));
            Move(slot, free++);
        }
    }

    private void AddPages(int count)
    {
        keys = [.. keys, .. Enumerable.Range(0, count).Select(_ => new ulong[PageLength])];
        contents = [.. contents, .. Enumerable.Range(0, count).Select(_ => new ushort[PageLength])];
    }

    private void Move(int from, int to)
    {
        var word = Key(from);
        Key(from) = 0;
        (Key(to), Content(to)) = (word, Content(from));
    }
}
