using ScriptHost.Records;

namespace ScriptHost.Runs;

/// <summary>
/// The ids of the traces so far, as 96 bits of their <see cref="TraceKey"/>, with 32 bits of their content's hash: 21 to 32 bytes a trace. Open addressing, since a
/// dictionary would take three times as much; in many small tables, since one that grows leaves as much behind as it holds, and each begins
/// a little larger than the one before, so that not all of them grow at the same time.
/// </summary>
internal sealed class SeenTraces
{
    private const double Fullest = 0.75;

    private const int ContentBits = 32;

    private readonly Table[] tables = [.. Enumerable.Range(0, 256).Select(i => new Table(16 + (i / 32)))];

    /// <summary>How many different ids there are.</summary>
    public int Count { get; private set; }

    /// <summary>Whether an id is known.</summary>
    public bool Contains(UInt128 id) => Key(id) is var key && tables[(byte)key].Contains(key);

    /// <summary>Takes note of a trace. False when its id is known; then <paramref name="isSame"/> tells whether the content is, too.</summary>
    public bool Add(UInt128 id, ulong content, out bool isSame)
    {
        var key = Key(id);
        var isNew = tables[(byte)key].Add(key, (uint)content, out isSame);
        Count += isNew ? 1 : 0;

        return isNew;
    }

    // Zero marks a free slot: one bit is always set, of those that pick neither table nor slot.
    private static UInt128 Key(UInt128 id) => (id >> ContentBits) | (1UL << 32);

    private sealed class Table(int capacity)
    {
        private UInt128[] slots = new UInt128[capacity];
        private int count;

        public bool Contains(UInt128 key) => slots[Slot(key)] != 0;

        public bool Add(UInt128 key, uint content, out bool isSame)
        {
            if (count >= slots.Length * Fullest)
            {
                Grow();
            }

            var slot = Slot(key);
            if (slots[slot] != 0)
            {
                isSame = (uint)slots[slot] == content;

                return false;
            }

            (slots[slot], isSame) = ((key << ContentBits) | content, false);
            count++;

            return true;
        }

        // The key's own slot or the next free one; spread by multiplication, since the capacity is no power of two.
        private int Slot(UInt128 key)
        {
            var slot = (int)Math.BigMul((ulong)(key >> 32), (ulong)slots.Length, out _);
            while (slots[slot] != 0 && slots[slot] >> ContentBits != key)
            {
                slot = slot + 1 == slots.Length ? 0 : slot + 1;
            }

            return slot;
        }

        private void Grow()
        {
            var old = slots;
            slots = new UInt128[old.Length + (old.Length / 2)];
            foreach (var taken in old.Where(s => s != 0))
            {
                slots[Slot(taken >> ContentBits)] = taken;
            }
        }
    }
}
