using System.Diagnostics.CodeAnalysis;

namespace ScriptHost.Records;

/// <summary>Goes through an outcome's feedbacks; for <c>foreach</c>.</summary>
/// <param name="count">How many there are.</param>
/// <param name="feedbacks">All of them.</param>
/// <param name="mark">The mark of all, if it is not written with them; else negative.</param>
internal ref struct FeedbackCursor(int count, ReadOnlySpan<byte> feedbacks, int mark)
{
    private WireSpan wire = new(feedbacks);
    private FeedbackView current;
    private int left = count;

    /// <summary>The one at hand, where it is.</summary>
    [UnscopedRef]
    public readonly ref readonly FeedbackView Current => ref current;

    /// <summary>For <c>foreach</c>.</summary>
    public readonly FeedbackCursor GetEnumerator() => this;

    /// <summary>Goes to the next one.</summary>
    /// <exception cref="InvalidDataException">It makes no sense.</exception>
    public bool MoveNext()
    {
        if (left == 0)
        {
            return false;
        }

        left--;
        current = mark < 0 ? new(ref wire) : new(ref wire, mark);

        return true;
    }
}
