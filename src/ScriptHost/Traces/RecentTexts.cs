using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace ScriptHost.Traces;

/// <summary>
/// Texts that stand in trace after trace, such as the names of spans, so that each is not made anew every time: the last ones met, found by their JSON. One
/// thread's, since a call that is given up may still be reading on another one.
/// </summary>
internal sealed class RecentTexts
{
    private const int Slots = 256;

    private const int Longest = 64;

    [ThreadStatic]
    private static RecentTexts? names;

    [ThreadStatic]
    private static RecentTexts? types;

    [ThreadStatic]
    private static RecentTexts? sessions;

    private readonly byte[] keys = new byte[Slots * Longest];
    private readonly Entry[] entries = new Entry[Slots];

    /// <summary>The names of spans.</summary>
    public static RecentTexts Names => names ??= new();

    /// <summary>The types of spans.</summary>
    public static RecentTexts Types => types ??= new();

    /// <summary>The ids of sessions.</summary>
    public static RecentTexts Sessions => sessions ??= new();

    /// <summary>Finds a text that was kept.</summary>
    /// <param name="json">What it was made of.</param>
    /// <param name="text">The text.</param>
    public bool TryFind(ReadOnlySpan<byte> json, out string? text)
    {
        var slot = Slot(json);
        text = entries[slot].Text;

        return json.Length >= sizeof(uint) && entries[slot].Length == json.Length && keys.AsSpan(slot * Longest, Longest)[..json.Length].SequenceEqual(json);
    }

    /// <summary>Keeps a text, in place of another one.</summary>
    /// <param name="json">What it was made of; when it is short or long, the text is not kept.</param>
    /// <param name="text">The text.</param>
    public string? Keep(ReadOnlySpan<byte> json, string? text)
    {
        if (json.Length is >= sizeof(uint) and <= Longest)
        {
            var slot = Slot(json);
            json.CopyTo(keys.AsSpan(slot * Longest));
            entries[slot] = new(json.Length, text);
        }

        return text;
    }

    // Of the bytes at both ends, where names that look alike differ.
    private static int Slot(ReadOnlySpan<byte> json)
    {
        if (json.Length is < sizeof(uint) or > Longest)
        {
            return 0;
        }

        var (first, last) = json.Length < sizeof(ulong)
            ? (BinaryPrimitives.ReadUInt32LittleEndian(json), BinaryPrimitives.ReadUInt32LittleEndian(json[^sizeof(uint)..]))
            : (BinaryPrimitives.ReadUInt64LittleEndian(json), BinaryPrimitives.ReadUInt64LittleEndian(json[^sizeof(ulong)..]));

        return (int)(((first * 0x9E37_79B9_7F4A_7C15) ^ (last * 0xC2B2_AE3D_27D4_EB4F)) >> 56);
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Entry(int Length, string? Text);
}
