using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ScriptHost.Traces;

/// <summary>
/// A stretch of JSON without its texts and numbers: the names, brackets, commas, blanks and literals between them. What a program writes mostly has the same
/// skeletons again and again. Where that is so, comparing tells all that walking from member to member would, the grammar included, since nothing but the
/// skeleton decides what a part is of and whether it may stand there.
/// </summary>
internal sealed class Skeleton
{
    private const int MaxBones = 1 << 13;

    private const int MaxScalars = 1 << 8;

    // All of them, one behind the other: a bone before each scalar and one behind the last. That before a text has the text's first quotation mark.
    private readonly byte[] bones;
    private readonly Scalar[] scalars;
    private readonly Part[] parts;

    // Where the bones began when it was compared last.
    private readonly int[] starts;

    private Skeleton(byte[] bones, Scalar[] scalars, Part[] parts, int depth)
    {
        (this.bones, this.scalars, this.parts) = (bones, scalars, parts);
        starts = new int[scalars.Length + 1];
        Depth = depth;
    }

    /// <summary>How many objects and lists its end is in.</summary>
    public int Depth { get; }

    /// <summary>The skeleton of a stretch; null when it cannot be compared with others, or is not worth it.</summary>
    /// <param name="json">The document, which is JSON up to the end of the stretch, without controls.</param>
    /// <param name="index">Its index.</param>
    /// <param name="from">Where the stretch begins.</param>
    /// <param name="end">Where it ends, and how deep.</param>
    /// <param name="ranges">What was found in it, each range with a meaning of its own; the last one has none.</param>
    public static Skeleton? Of(ReadOnlySpan<byte> json, StructuralIndex index, int from, JsonPlace end, ReadOnlySpan<JsonRange> ranges)
    {
        var (bones, scalars, starts) = (new List<byte>(), new List<Scalar>(), new List<int> { from });
        for (var at = from; at < end.At;)
        {
            if (!IsScalar(json[at]))
            {
                at++;
                continue;
            }

            var isText = json[at] == '"';
            var next = isText ? index.EndOfText(at + 1) + 1 : JsonNumber.End(json, at);
            if (!isText || !IsName(json, next))
            {
                bones.AddRange(json[starts[^1]..(isText ? at + 1 : at)]);
                scalars.Add(new(bones.Count, isText, SlotOf(new(at, next - at), ranges)));
                starts.Add(next);
            }

            at = next;
        }

        bones.AddRange(json[starts[^1]..end.At]);
        var parts = Parts(json[..end.At], ranges, scalars, starts);

        return parts is null || bones.Count > MaxBones || scalars.Count > MaxScalars ? null : new([.. bones], [.. scalars], parts, end.Depth);
    }

    /// <summary>Whether another one is the same.</summary>
    public bool Is(Skeleton other) => Depth == other.Depth && bones.AsSpan().SequenceEqual(other.bones) && scalars.AsSpan().SequenceEqual(other.scalars);

    /// <summary>Reads a stretch that has this skeleton; false when it has not, and the ranges hold anything.</summary>
    /// <param name="json">The document, without controls.</param>
    /// <param name="index">Its index.</param>
    /// <param name="at">Where the stretch begins; then, where it ends.</param>
    /// <param name="ranges">Where to; those that it does not have stay as they are.</param>
    public bool TryRead(ReadOnlySpan<byte> json, StructuralIndex index, ref int at, Span<JsonRange> ranges)
    {
        var (place, bone) = (at, 0);
        for (var i = 0; i < scalars.Length; i++)
        {
            var scalar = scalars[i];
            starts[i] = place;
            if (!TryPass(json, bone, scalar.BoneEnd, ref place))
            {
                return false;
            }

            var start = scalar.IsText ? place - 1 : place;
            place = scalar.IsText ? index.EndOfText(place) + 1 : JsonNumber.End(json, place);
            if (place <= 0)
            {
                return false;
            }

            ranges[scalar.Slot] = new(start, place - start);
            bone = scalar.BoneEnd;
        }

        starts[^1] = place;
        if (!TryPass(json, bone, bones.Length, ref place))
        {
            return false;
        }

        foreach (var part in parts)
        {
            var start = starts[part.First] + part.From;
            ranges[part.Slot] = new(start, starts[part.Last] + part.To - start);
        }

        at = place;

        return true;
    }

    private static bool IsScalar(byte first) => first is (byte)'"' or (byte)'-' or (>= (byte)'0' and <= (byte)'9');

    private static bool IsName(ReadOnlySpan<byte> json, int at)
    {
        while (json[at] is (byte)' ')
        {
            at++;
        }

        return json[at] == ':';
    }

    private static int SlotOf(JsonRange range, ReadOnlySpan<JsonRange> ranges) => ranges[..^1].IndexOf(range) is >= 0 and var slot ? slot : ranges.Length - 1;

    // What was found and is no text and no number: objects, lists and literals, told by where they begin and end in bones. Null when some are not in this stretch.
    private static Part[]? Parts(ReadOnlySpan<byte> json, ReadOnlySpan<JsonRange> ranges, List<Scalar> scalars, List<int> starts)
    {
        var parts = new List<Part>();
        for (var slot = 0; slot < ranges.Length - 1; slot++)
        {
            var range = ranges[slot];
            if (range.IsAbsent || scalars.Exists(s => s.Slot == slot))
            {
                continue;
            }

            var end = range.Start + range.Length;
            var first = starts.FindLastIndex(s => s <= range.Start);
            var last = starts.FindLastIndex(s => s < end);
            if (first < 0 || end > json.Length || IsScalar(json[range.Start]))
            {
                return null;
            }

            parts.Add(new(slot, first, range.Start - starts[first], last, end - starts[last]));
        }

        return [.. parts];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryPass(ReadOnlySpan<byte> json, int from, int to, ref int place)
    {
        var length = to - from;
        if (json.Length - place < length || !json.Slice(place, length).SequenceEqual(bones.AsSpan(from, length)))
        {
            return false;
        }

        place += length;

        return true;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Scalar(int BoneEnd, bool IsText, int Slot);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Part(int Slot, int First, int From, int Last, int To);
}
