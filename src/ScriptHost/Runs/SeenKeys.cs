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

    /// <summary>Whether a trace is known.</summary>
    public bool Contains(TraceKey trace) => Of(trace).Contains(new(trace, content: 0));

    /// <summary>Takes note of a trace. False when its id is known; then <paramref name="isSame"/> tells whether the content is, too.</summary>
    public bool Add(TraceKey trace, ulong content, out bool isSame)
    {
        var isNew = Of(trace).Add(new(trace, (uint)content), out isSame);
        Count += isNew ? 1 : 0;

        return isNew;
    }

    private Table Of(TraceKey trace) => tables[(byte)(trace.Low >> ContentBits)];

    // 64 bits of the key, then 32 more of it with those of the content. Zero marks a free slot: one bit is always set.
    private readonly struct Slot(TraceKey trace, uint content)
    {
        private readonly ulong high = trace.High | 1;
        private readonly ulong low = (trace.Low & ~(ulong)uint.MaxValue) | content;

        public bool IsTaken => high != 0;

        public ulong Spread => high;

        public uint Content => (uint)low;

        public bool IsOf(Slot other) => high == other.high && low >> ContentBits == other.low >> ContentBits;
    }

    private sealed class Table(int capacity)
    {
        private Slot[] slots = new Slot[capacity];
        private int count;

        public bool Contains(Slot key) => slots[Place(key)].IsTaken;

        public bool Add(Slot key, out bool isSame)
        {
            if (count >= slots.Length * Fullest)
            {
                Grow();
            }

            var place = Place(key);
            if (slots[place].IsTaken)
            {
                isSame = slots[place].Content == key.Content;

                return false;
            }

            (slots[place], isSame) = (key, false);
            count++;

            return true;
        }

        // The key's own slot or the next free one; spread by multiplication, since the capacity is no power of two.
        private int Place(Slot key)
        {
            var place = (int)Math.BigMul(key.Spread, (ulong)slots.Length, out _);
            while (slots[place].IsTaken && !slots[place].IsOf(key))
            {
                place = place + 1 == slots.Length ? 0 : place + 1;
            }

            return place;
        }

        private void Grow()
        {
            var old = slots;
            slots = new Slot[old.Length + (old.Length / 2)];
            foreach (var taken in old)
            {
                if (taken.IsTaken)
                {
                    slots[Place(taken)] = taken;
                }
            }
        }
    }
}
