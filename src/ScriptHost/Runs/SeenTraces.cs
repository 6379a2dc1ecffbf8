using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace ScriptHost.Runs;

/// <summary>
/// The ids of the traces so far, as 128 bits of SHA-256, with their content's hash: 32 to 48 bytes a trace. Open addressing, since a
/// dictionary would take twice as much.
/// </summary>
internal sealed class SeenTraces
{
    private const double Fullest = 0.75;

    private UInt128[] ids = new UInt128[1024];
    private ulong[] contents = new ulong[1024];

    /// <summary>How many different ids there are.</summary>
    public int Count { get; private set; }

    /// <summary>Whether the id is known.</summary>
    public bool Contains(string id) => ids[Slot(Key(id))] != 0;

    /// <summary>Takes note of a trace. False when its id is known; then <paramref name="isSame"/> tells whether the content is, too.</summary>
    public bool Add(string id, ulong content, out bool isSame)
    {
        if (Count >= ids.Length * Fullest)
        {
            Grow();
        }

        var key = Key(id);
        var slot = Slot(key);
        if (ids[slot] != 0)
        {
            isSame = contents[slot] == content;

            return false;
        }

        (ids[slot], contents[slot], isSame) = (key, content, false);
        Count++;

        return true;
    }

    // Zero marks a free slot.
    private static UInt128 Key(string id)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(id), hash);

        return MemoryMarshal.Read<UInt128>(hash) | 1;
    }

    // The key's own slot or the next free one; spread by multiplication, since the capacity is no power of two.
    private int Slot(UInt128 key)
    {
        var slot = (int)Math.BigMul((ulong)(key >> 64), (ulong)ids.Length, out _);
        while (ids[slot] != 0 && ids[slot] != key)
        {
            slot = slot + 1 == ids.Length ? 0 : slot + 1;
        }

        return slot;
    }

    private void Grow()
    {
        var (oldIds, oldContents) = (ids, contents);
        var size = oldIds.Length + (oldIds.Length / 2);
        (ids, contents) = (new UInt128[size], new ulong[size]);
        for (var i = 0; i < oldIds.Length; i++)
        {
            if (oldIds[i] != 0)
            {
                var slot = Slot(oldIds[i]);
                (ids[slot], contents[slot]) = (oldIds[i], oldContents[i]);
            }
        }
    }
}
