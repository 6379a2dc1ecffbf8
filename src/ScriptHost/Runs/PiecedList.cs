namespace ScriptHost.Runs;

/// <summary>A list that only grows, kept in pieces: one that doubles leaves as much garbage behind as it holds.</summary>
internal sealed class PiecedList<T>
{
    private const int PieceLength = 1024;

    private readonly List<T[]> pieces = [];

    /// <summary>How many items there are.</summary>
    public int Count { get; private set; }

    /// <summary>An item in its place.</summary>
    public ref T this[int index] => ref pieces[index / PieceLength][index % PieceLength];

    /// <summary>Adds one at the end.</summary>
    public void Add(T item)
    {
        if (Count % PieceLength == 0)
        {
            pieces.Add(new T[PieceLength]);
        }

        pieces[^1][Count % PieceLength] = item;
        Count++;
    }
}
