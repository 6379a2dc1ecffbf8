using System.Buffers;
using System.Runtime.InteropServices;

namespace ScriptHost.Traces;

/// <summary>
/// The memory of a <see cref="ByteWindow"/>. The system copies a file's bytes about five times as fast to where they stand in a page of memory as in one of
/// the file, so the array is pinned, and it is known where its pages begin.
/// </summary>
/// <param name="Bytes">The array.</param>
/// <param name="Origin">The index at which its first page begins.</param>
/// <param name="Length">How many bytes may be used from there on.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct WindowBuffer(byte[] Bytes, int Origin, int Length)
{
    /// <summary>The length of a page.</summary>
    public const int Page = 1 << 12;

    // What is read at a time should still be in the processor's cache when it is looked at.
    private const int FirstLength = 1 << 18;

    // Lent, since every shard needs one: large arrays that are thrown away stay in memory for long.
    [ThreadStatic]
    private static byte[]? spare;

    /// <summary>Where what is used of the array ends.</summary>
    public int End => Origin + Length;

    /// <summary>One to begin with.</summary>
    public static WindowBuffer Rent()
    {
        var bytes = spare ?? GC.AllocateUninitializedArray<byte>(FirstLength + Page, pinned: true);
        spare = null;

        return new(bytes, (int)(-Marshal.UnsafeAddrOfPinnedArrayElement(bytes, 0) & (Page - 1)), FirstLength);
    }

    /// <summary>One of at least twice the length, which takes this one's place. So long documents are few, and their pages begin anywhere.</summary>
    public WindowBuffer Twice()
    {
        var bytes = ArrayPool<byte>.Shared.Rent(2 * Length);

        return new(bytes, 0, bytes.Length);
    }

    /// <summary>Gives it back.</summary>
    public void Return()
    {
        if (Length == FirstLength)
        {
            spare = Bytes;
        }
        else
        {
            ArrayPool<byte>.Shared.Return(Bytes);
        }
    }

    /// <summary>Where a byte of a file belongs.</summary>
    /// <param name="offset">The byte's, from the start of the file.</param>
    public int Place(long offset) => Origin + (int)(offset & (Page - 1));
}
