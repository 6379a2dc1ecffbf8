namespace ScriptHost.Records;

/// <summary>Writes what stands around the outcomes of one unit after the other: how many there are, and whose each is.</summary>
/// <param name="writer">Where to.</param>
internal sealed class OutcomeSteps(WireWriter writer)
{
    // A step that does not fit a byte: the number follows.
    private const byte LongStep = 0;

    private int start;
    private int count;
    private int last;

    /// <summary>Begins a unit, behind whatever was written of it.</summary>
    public void Begin()
    {
        (start, count, last) = (writer.Length, 0, -1);
        writer.Write(0);
    }

    /// <summary>Begins an outcome, whose body is to follow.</summary>
    /// <param name="scorer">The scorer's index, higher than that of the one before.</param>
    public void Next(int scorer)
    {
        var step = scorer - last;
        (last, count) = (scorer, count + 1);
        if (step is > 0 and <= byte.MaxValue)
        {
            writer.Write((byte)step);
        }
        else
        {
            writer.Write(LongStep);
            writer.Write(step);
        }
    }

    /// <summary>Ends the unit: nothing may be written behind its outcomes.</summary>
    public void End() => writer.Replace(start, count);
}
