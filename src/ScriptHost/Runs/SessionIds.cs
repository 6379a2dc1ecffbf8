using System.Text;

namespace ScriptHost.Runs;

/// <summary>The ids of sessions, numbered in order of first appearance: their UTF-8 bytes and about 16 more. Strings would take three times as much.</summary>
internal sealed class SessionIds
{
    private const int PieceSize = 16 << 10;

    private const int Tables = 64;

    private const int Small = 256;

    // Each begins a little larger than the one before, so that not all of them grow at the same time.
    private readonly Table[] tables = [.. Enumerable.Range(0, Tables).Select(i => new Table(16 + (i / 4)))];
    private readonly PiecedList<Place> places = new();
    private readonly List<byte[]> pieces = [];
    private int used = PieceSize;

    /// <summary>How many there are.</summary>
    public int Count => places.Count;

    /// <summary>The id of a number.</summary>
    public string this[int number] => Encoding.UTF8.GetString(Bytes(number));

    /// <summary>The number of an id, a new one when it is new.</summary>
    public int Add(ReadOnlySpan<char> id)
    {
        var most = Encoding.UTF8.GetMaxByteCount(id.Length);
        Span<byte> room = most <= Small ? stackalloc byte[Small] : new byte[most];
        var bytes = room[..Encoding.UTF8.GetBytes(id, room)];
        var hash = (uint)string.GetHashCode(id, StringComparison.Ordinal);
        var table = tables[hash % Tables];
        ref var slot = ref table.Slot(this, bytes, hash);
        if (slot != 0)
        {
            return slot - 1;
        }

        Keep(bytes);
        slot = Count;
        table.Took(this);

        return Count - 1;
    }

    private ReadOnlySpan<byte> Bytes(int number) => pieces[places[number].Piece].AsSpan(places[number].From, places[number].Length);

    private void Keep(ReadOnlySpan<byte> id)
    {
        if (used + id.Length > PieceSize)
        {
            pieces.Add(new byte[Math.Max(PieceSize, id.Length)]);
            used = 0;
        }

        id.CopyTo(pieces[^1].AsSpan(used));
        places.Add(new(pieces.Count - 1, (ushort)used, id.Length));
        used += id.Length;
    }

    private readonly record struct Place(int Piece, ushort From, int Length);

    // Numbers from 1, since 0 marks a free slot.
    private sealed class Table(int capacity)
    {
        private const double Fullest = 0.75;

        private int[] slots = new int[capacity];
        private int count;

        public ref int Slot(SessionIds ids, ReadOnlySpan<byte> id, uint hash)
        {
            var slot = First(hash);
            while (slots[slot] != 0 && !ids.Bytes(slots[slot] - 1).SequenceEqual(id))
            {
                slot = slot + 1 == slots.Length ? 0 : slot + 1;
            }

            return ref slots[slot];
        }

        public void Took(SessionIds ids)
        {
            count++;
            if (count < slots.Length * Fullest)
            {
                return;
            }

            var old = slots;
            slots = new int[old.Length + (old.Length / 2)];
            foreach (var number in old.Where(n => n != 0))
            {
                var slot = First((uint)ids[number - 1].GetHashCode(StringComparison.Ordinal));
                while (slots[slot] != 0)
                {
                    slot = slot + 1 == slots.Length ? 0 : slot + 1;
                }

                slots[slot] = number;
            }
        }

        private int First(uint hash) => (int)((ulong)hash * (uint)slots.Length >> 32);
    }
}
