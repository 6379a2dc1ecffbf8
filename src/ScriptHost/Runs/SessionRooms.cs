using System.Runtime.InteropServices;
using ScriptHost.Traces;

namespace ScriptHost.Runs;

/// <summary>Memory for the documents of one session after the other: each of its traces has a place and an index of its own. Used by one thread.</summary>
internal sealed class SessionRooms
{
    // What longer sessions and documents need is made for them alone: a thread should not hold on to it.
    private const int MostRooms = 64;

    private const int MostBytes = 64 << 10;

    // The system copies a file's bytes several times as fast to where they stand in as many bytes of memory as in the file.
    private const int Alignment = 64;

    private readonly TraceIndex first = new();
    private readonly List<(byte[] Bytes, TraceIndex Index)> rooms = [];

    /// <summary>The place of a trace in its session.</summary>
    /// <param name="number">Which trace, from 0; what the last session's had there is overwritten.</param>
    /// <param name="place">Where its document stands.</param>
    public (Memory<byte> Json, TraceIndex Index) At(int number, TracePlace place)
    {
        if (number >= MostRooms || place.Length > MostBytes)
        {
            return (new byte[place.Length], new(like: first));
        }

        while (rooms.Count <= number)
        {
            rooms.Add((GC.AllocateUninitializedArray<byte>(Size(place.Length), pinned: true), rooms.Count == 0 ? first : new(like: first)));
        }

        var (bytes, index) = rooms[number];
        if (bytes.Length < place.Length + Alignment)
        {
            bytes = GC.AllocateUninitializedArray<byte>(Size(place.Length), pinned: true);
            rooms[number] = (bytes, index);
        }

        var start = (int)((place.Offset - Marshal.UnsafeAddrOfPinnedArrayElement(bytes, 0)) & (Alignment - 1));

        return (bytes.AsMemory(start, place.Length), index);
    }

    private static int Size(int length) => (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(length + Alignment));
}
