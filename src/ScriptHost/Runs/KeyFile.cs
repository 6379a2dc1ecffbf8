using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace ScriptHost.Runs;

/// <summary>Keys in their order in a temporary file, which is written anew when keys are added: many at a time.</summary>
internal sealed class KeyFile : IDisposable
{
    // So many are read at once to find one, and of so many the first is known.
    private const int Group = 256;

    // So many are read and written at a time to add others: 80 KB, which is no large array yet.
    private const int Piece = 8_192;

    private readonly KeyFilter filter = new();
    private readonly SeenKey[] group = new SeenKey[Group];
    private List<ulong> firsts = [];
    private SafeFileHandle? file;

    /// <summary>How many there are.</summary>
    public long Count { get; private set; }

    /// <summary>Finds a key.</summary>
    /// <param name="word">The key's word.</param>
    /// <param name="content">What was said of its content.</param>
    public bool TryFind(ulong word, out ushort content)
    {
        content = default;
        if (!filter.MayHave(word) || file is null)
        {
            return false;
        }

        // That of the last key that is not above it.
        var found = firsts.BinarySearch(word);
        var at = found >= 0 ? found : ~found - 1;
        foreach (ref readonly var key in at < 0 ? [] : Read(file, (long)at * Group, group))
        {
            if (key.Word == word)
            {
                content = key.Content;

                return true;
            }
        }

        return false;
    }

    /// <summary>Adds keys of which none is there.</summary>
    /// <exception cref="InputException">No temporary file can be made.</exception>
    /// <exception cref="IOException">There is no room for them.</exception>
    public void Add(RecentKeys keys)
    {
        using var source = file;
        var (end, read, at) = (Count, 0L, 0);
        (file, Count, firsts) = (TemporaryFile.Open(), 0, []);
        filter.Reset(end + keys.Count);
        var (before, after) = (new SeenKey[Piece], new SeenKey[Piece]);
        var older = Span<SeenKey>.Empty;
        var isLeft = keys.TryTake(ref at, out var recent);
        while (true)
        {
            if (older.IsEmpty && read < end && source is not null)
            {
                older = Read(source, read, before.AsSpan(0, (int)Math.Min(Piece, end - read)));
                read += older.IsEmpty ? throw new EndOfStreamException() : older.Length;
            }

            if (isLeft && (older.IsEmpty || recent.Word < older[0].Word))
            {
                Append(recent, after);
                isLeft = keys.TryTake(ref at, out recent);
            }
            else if (!older.IsEmpty)
            {
                Append(older[0], after);
                older = older[1..];
            }
            else
            {
                Write(after.AsSpan(0, (int)(Count % Piece)));

                return;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => file?.Dispose();

    private void Append(SeenKey key, SeenKey[] piece)
    {
        if (Count % Group == 0)
        {
            firsts.Add(key.Word);
        }

        filter.Add(key.Word);
        piece[Count % Piece] = key;
        Count++;
        if (Count % Piece == 0)
        {
            Write(piece);
        }
    }

    // The last ones that were counted.
    private void Write(ReadOnlySpan<SeenKey> keys)
    {
        if (file is not null)
        {
            RandomAccess.Write(file, MemoryMarshal.AsBytes(keys), Place(Count - keys.Length));
        }
    }

    private static long Place(long index) => index * Unsafe.SizeOf<SeenKey>();

    private static Span<SeenKey> Read(SafeFileHandle file, long index, Span<SeenKey> room)
    {
        var bytes = MemoryMarshal.AsBytes(room);
        var length = 0;
        while (length < bytes.Length && RandomAccess.Read(file, bytes[length..], Place(index) + length) is > 0 and var more)
        {
            length += more;
        }

        return room[..(length / Unsafe.SizeOf<SeenKey>())];
    }
}
