namespace ScriptHost.Contract;

/// <summary>Memory for a text that is looked at once, and used again for the next one.</summary>
/// <typeparam name="T">Bytes or characters.</typeparam>
internal sealed class Scratch<T>
    where T : unmanaged
{
    // What is longer is rare, and not worth holding.
    private const int Most = 1 << 18;

    private T[] items = new T[1 << 12];

    /// <summary>Memory of some length; its content is anything.</summary>
    public Span<T> Of(int length)
    {
        if (length > Most)
        {
            return new T[length];
        }

        if (items.Length < length)
        {
            items = new T[Math.Min(2 * length, Most)];
        }

        return items.AsSpan(0, length);
    }
}
