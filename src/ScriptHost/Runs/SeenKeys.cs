using ScriptHost.Records;

namespace ScriptHost.Runs;

/// <summary>
/// The keys that came so far, each as 63 bits of it beside 16 bits of its content's hash. The last of them are in memory, the others in a temporary file and
/// with 2 bytes a key in a filter that tells nearly always that a new key is not in there: 10 million take some 50 MB. Two of a million keys look like one
/// with a chance of 1 in 20 million; that the content of a key that came twice changed is missed once in 65,536 times.
/// </summary>
internal sealed class SeenKeys : IDisposable
{
    // The fewest keys that go into the file at a time, and how many times as many must be in there for more to do so: each time, it is written anew.
    private const int Few = 1 << 15;
    private const int Share = 16;

    private readonly RecentKeys recent = new();
    private readonly KeyFile older = new();

    /// <summary>How many different keys there are.</summary>
    public long Count => older.Count + recent.Count;

    /// <summary>Whether a key is known.</summary>
    public bool Contains(TraceKey key) => TryFind(Word(key), out _);

    /// <summary>Takes note of a key. False when it is known; then <paramref name="isSame"/> tells whether the content is, too.</summary>
    /// <exception cref="InputException">No temporary file can be made.</exception>
    /// <exception cref="IOException">There is no room for it.</exception>
    public bool Add(TraceKey key, ulong content, out bool isSame)
    {
        var word = Word(key);
        if (TryFind(word, out var before))
        {
            isSame = before == (ushort)content;

            return false;
        }

        if (recent.Count >= Math.Max(Few, older.Count / Share))
        {
            older.Add(recent);
            recent.Clear();
        }

        recent.Add(new(word, (ushort)content));
        isSame = false;

        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => older.Dispose();

    // Zero is no key's.
    private static ulong Word(TraceKey key) => key.High | 1;

    private bool TryFind(ulong word, out ushort content) => recent.TryFind(word, out content) || older.TryFind(word, out content);
}
