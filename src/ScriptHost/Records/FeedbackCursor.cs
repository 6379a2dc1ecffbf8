using System.Diagnostics.CodeAnalysis;

namespace ScriptHost.Records;

/// <summary>Goes through an outcome's feedbacks; for <c>foreach</c>.</summary>
/// <param name="count">How many there are.</param>
/// <param name="first">The first one; anything when there is none.</param>
/// <param name="others">The others, whole.</param>
internal ref struct FeedbackCursor(int count, scoped in FeedbackView first, ReadOnlySpan<byte> others)
{
    private FeedbackView current = first;
    private WireSpan wire = new(others);
    private int place = -1;

    /// <summary>The one at hand, where it is: a copy of it is some hundred bytes.</summary>
    [UnscopedRef]
    public readonly ref readonly FeedbackView Current => ref current;

    /// <summary>For <c>foreach</c>.</summary>
    public readonly FeedbackCursor GetEnumerator() => this;

    /// <summary>Goes to the next one.</summary>
    public bool MoveNext()
    {
        if (++place >= count)
        {
            return false;
        }

        if (place > 0)
        {
            current = new(ref wire);
        }

        return true;
    }
}
