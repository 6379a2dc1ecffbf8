using System.Diagnostics.CodeAnalysis;

namespace ScriptHost.Records;

/// <summary>Goes through the outcomes of one unit; for <c>foreach</c>. Nothing is believed: going on may throw.</summary>
internal ref struct OutcomeCursor
{
    private readonly int scorers;
    private readonly int count;
    private readonly UnitView unit;
    private WireSpan wire;
    private int place;
    private OutcomeView current;

    /// <summary>Begins before the first.</summary>
    /// <param name="outcomes">What <see cref="OutcomeFormat"/> wrote.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="scorers">How many scorers there are.</param>
    /// <exception cref="InvalidDataException">There are more outcomes than scorers.</exception>
    public OutcomeCursor(ReadOnlySpan<byte> outcomes, UnitView unit, int scorers)
    {
        this.unit = unit;
        this.scorers = scorers;
        wire = new(outcomes);
        count = wire.ReadIndex(scorers + 1);
    }

    /// <summary>The unit.</summary>
    [UnscopedRef]
    public readonly ref readonly UnitView Unit => ref unit;

    /// <summary>The one at hand, where it is.</summary>
    [UnscopedRef]
    public readonly ref readonly OutcomeView Current => ref current;

    /// <summary>For <c>foreach</c>.</summary>
    public readonly OutcomeCursor GetEnumerator() => this;

    /// <summary>Goes to the next one.</summary>
    /// <exception cref="InvalidDataException">It makes no sense, or there is more behind the last one.</exception>
    public bool MoveNext()
    {
        if (place == count)
        {
            return wire.Rest.IsEmpty ? false : throw WireReader.Broken();
        }

        var last = place++ == 0 ? -1 : current.Scorer;
        current = new(ref wire, scorers, last);

        return true;
    }
}
