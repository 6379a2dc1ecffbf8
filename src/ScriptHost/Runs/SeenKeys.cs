using ScriptHost.Records;

namespace ScriptHost.Runs;

/// <summary>
/// The keys that came so far, each as 63 bits of it beside 12 bits of its content's hash: 10 bytes a key. A million ids look like one of
/// another with a chance of 1 in 20 million.
/// </summary>
internal sealed class SeenKeys
{
    private const int TableBits = 12;

    private readonly KeyTable[] tables = [.. Enumerable.Range(0, 1 << TableBits).Select(_ => new KeyTable())];

    /// <summary>How many different keys there are.</summary>
    public long Count { get; private set; }

    /// <summary>Whether a key is known.</summary>
    public bool Contains(TraceKey key) => Of(key).Contains(Slot(key));

    /// <summary>Takes note of a key. False when it is known; then <paramref name="isSame"/> tells whether the content is, too.</summary>
    public bool Add(TraceKey key, ulong content, out bool isSame)
    {
        var isNew = Of(key).Add(Slot(key), (int)content & KeyTable.MaxTag, out var tag);
        isSame = tag == ((int)content & KeyTable.MaxTag);
        Count += isNew ? 1 : 0;

        return isNew;
    }

    private static ulong Slot(TraceKey key) => key.High | KeyTable.Least;

    private KeyTable Of(TraceKey key) => tables[(int)(key.Low >> (64 - TableBits))];
}
