using System.Buffers;

namespace ScriptHost.Records;

/// <summary>Joins the outcomes of one unit that several scored, each some scorers. Used by one thread, for one unit after the other.</summary>
/// <param name="scorers">How many scorers there are in all.</param>
internal sealed class OutcomeJoin(int scorers)
{
    private readonly ArrayBufferWriter<byte> bodies = new();
    private readonly (int Start, int Length)[] places = new (int, int)[scorers];

    /// <summary>Adds all outcomes of a part.</summary>
    /// <param name="outcomes">The part's.</param>
    /// <param name="indexes">Where each of its scorers stands among all.</param>
    public void Add(OutcomeCursor outcomes, IReadOnlyList<int> indexes)
    {
        foreach (var outcome in outcomes)
        {
            Add(indexes[outcome.Scorer], outcome.Body);
        }
    }

    /// <summary>Adds an outcome of an earlier run.</summary>
    /// <param name="scorer">The scorer's place among all; it has none yet.</param>
    /// <param name="body">What follows the scorer in <see cref="OutcomeFormat"/>.</param>
    public void TakeOver(int scorer, ReadOnlySpan<byte> body)
    {
        places[scorer] = (bodies.WrittenCount, body.Length);
        bodies.Write([(byte)(body[0] | OutcomeMark.TakenOver)]);
        bodies.Write(body[1..]);
    }

    /// <summary>Adds an outcome.</summary>
    /// <param name="scorer">The scorer's place among all; it has none yet.</param>
    /// <param name="body">What follows the scorer in <see cref="OutcomeFormat"/>.</param>
    public void Add(int scorer, ReadOnlySpan<byte> body)
    {
        places[scorer] = (bodies.WrittenCount, body.Length);
        bodies.Write(body);
    }

    /// <summary>Writes all in the order of the scorers, and begins anew.</summary>
    public void Write(WireWriter writer)
    {
        var steps = new OutcomeSteps(writer);
        steps.Begin();
        for (var i = 0; i < places.Length; i++)
        {
            if (places[i].Length > 0)
            {
                steps.Next(i);
                writer.WriteRaw(bodies.WrittenSpan.Slice(places[i].Start, places[i].Length));
            }
        }

        steps.End();
        Clear();
    }

    /// <summary>Begins anew.</summary>
    public void Clear()
    {
        bodies.ResetWrittenCount();
        Array.Clear(places);
    }
}
