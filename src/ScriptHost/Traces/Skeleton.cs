using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ScriptHost.Traces;

/// <summary>
/// A stretch of JSON without its texts, its numbers, and the objects and lists that are passed whole: the names, brackets, commas, blanks and literals
/// between them. What a program writes mostly has the same skeletons again and again. Where that is so, comparing tells all that walking from member to member
/// would, the grammar included, since nothing but the skeleton decides what a part is of and whether it may stand there.
/// </summary>
internal sealed class Skeleton
{
    private const int MaxBones = 1 << 13;

    private const int MaxGaps = 1 << 8;

    // All of them, one behind the other: a bone before each gap and one behind the last. That before a text, an object or a list has the first byte of it.
    private readonly byte[] bones;
    private readonly Gap[] gaps;
    private readonly Part[] parts;

    // How much deeper the end is than the beginning.
    private readonly int depth;

    // Where the bones began when it was compared last.
    private readonly int[] starts;

    private Skeleton(byte[] bones, Gap[] gaps, Part[] parts, int depth)
    {
        (this.bones, this.gaps, this.parts, this.depth) = (bones, gaps, parts, depth);
        starts = new int[gaps.Length + 1];
    }

    private enum GapKind
    {
        Text,
        Number,
        Nested,
    }

    /// <summary>The skeleton of a stretch; null when it cannot be compared with others, or is not worth it.</summary>
    /// <param name="json">The document up to the end of the stretch, JSON without controls.</param>
    /// <param name="index">Its index.</param>
    /// <param name="from">Where the stretch begins.</param>
    /// <param name="passed">The objects and lists in it that were passed whole.</param>
    /// <param name="ranges">What was found in it, each range with a meaning of its own; the last one has none.</param>
    public static Skeleton? Of(ReadOnlySpan<byte> json, StructuralIndex index, int from, List<JsonRange> passed, ReadOnlySpan<JsonRange> ranges)
    {
        if (passed.Count > MaxGaps)
        {
            return null;
        }

        var (bones, gaps, starts) = (new List<byte>(), new List<Gap>(), new List<int> { from });
        var depth = 0;
        for (var at = from; at < json.Length;)
        {
            if (gaps.Count > MaxGaps || bones.Count + at - starts[^1] > MaxBones)
            {
                return null;
            }

            if (GapAt(json, index, at, passed) is not { } gap)
            {
                depth += json[at] is (byte)'{' or (byte)'[' ? 1 : json[at] is (byte)'}' or (byte)']' ? -1 : 0;
                at = json[at] == '"' ? index.EndOfText(at + 1) + 1 : at + 1;
                continue;
            }

            bones.AddRange(json[starts[^1]..(gap.Kind == GapKind.Number ? at : at + 1)]);
            gaps.Add(new(bones.Count, gap.Kind, depth, SlotOf(new(at, gap.End - at), ranges)));
            starts.Add(gap.End);
            at = gap.End;
        }

        bones.AddRange(json[starts[^1]..]);

        return Parts(json, ranges, gaps, starts) is { } parts ? new([.. bones], [.. gaps], parts, depth) : null;
    }

    /// <summary>Whether another one is the same.</summary>
    public bool Is(Skeleton other) => bones.AsSpan().SequenceEqual(other.bones) && gaps.AsSpan().SequenceEqual(other.gaps);

    /// <summary>Reads a stretch that has this skeleton; false when it has not, and the ranges hold anything.</summary>
    /// <param name="json">The document, without controls.</param>
    /// <param name="index">Its index.</param>
    /// <param name="place">Where the stretch begins; then, where it ends.</param>
    /// <param name="ranges">Where to; those that it does not have stay as they are.</param>
    public bool TryRead(ReadOnlySpan<byte> json, StructuralIndex index, ref JsonPlace place, Span<JsonRange> ranges)
    {
        var (at, bone) = (place.At, 0);
        for (var i = 0; i < gaps.Length; i++)
        {
            var gap = gaps[i];
            starts[i] = at;
            if (!TryPass(json, bone, gap.BoneEnd, ref at))
            {
                return false;
            }

            var (start, end) = gap.Kind switch
            {
                GapKind.Text => (at - 1, index.EndOfText(at) + 1),
                GapKind.Number => (at, JsonNumber.End(json, at)),
                _ => (at - 1, EndOfNested(json, index, new(at - 1, place.Depth + gap.Depth))),
            };
            if (end <= 0)
            {
                return false;
            }

            ranges[gap.Slot] = new(start, end - start);
            (at, bone) = (end, gap.BoneEnd);
        }

        starts[^1] = at;
        if (!TryPass(json, bone, bones.Length, ref at))
        {
            return false;
        }

        foreach (var part in parts)
        {
            var start = starts[part.First] + part.From;
            ranges[part.Slot] = new(start, starts[part.Last] + part.To - start);
        }

        place = new(at, place.Depth + depth);

        return true;
    }

    // What begins at an index and is no bone, and where it ends; null for a name, and a byte of a bone.
    private static (GapKind Kind, int End)? GapAt(ReadOnlySpan<byte> json, StructuralIndex index, int at, List<JsonRange> passed)
    {
        switch (json[at])
        {
            case (byte)'"':
                var end = index.EndOfText(at + 1) + 1;

                return IsName(json, end) ? null : (GapKind.Text, end);
            case (byte)'{' or (byte)'[':
                var nested = passed.Find(p => p.Start == at);

                return nested.IsAbsent ? null : (GapKind.Nested, at + nested.Length);
            case (byte)'-' or (>= (byte)'0' and <= (byte)'9'):
                return (GapKind.Number, JsonNumber.End(json, at));
            default:
                return null;
        }
    }

    private static bool IsName(ReadOnlySpan<byte> json, int at)
    {
        while (at < json.Length && json[at] == ' ')
        {
            at++;
        }

        return at < json.Length && json[at] == ':';
    }

    private static int SlotOf(JsonRange range, ReadOnlySpan<JsonRange> ranges) => ranges[..^1].IndexOf(range) is >= 0 and var slot ? slot : ranges.Length - 1;

    // What was found and is no gap: literals, and objects that hold what else was found, told by where they begin and end in bones. Null when some are not in
    // this stretch.
    private static Part[]? Parts(ReadOnlySpan<byte> json, ReadOnlySpan<JsonRange> ranges, List<Gap> gaps, List<int> starts)
    {
        var parts = new List<Part>();
        for (var slot = 0; slot < ranges.Length - 1; slot++)
        {
            var range = ranges[slot];
            if (range.IsAbsent || gaps.Exists(g => g.Slot == slot))
            {
                continue;
            }

            var end = range.Start + range.Length;
            var first = starts.FindLastIndex(s => s <= range.Start);
            var last = starts.FindLastIndex(s => s < end);
            if (first < 0 || end > json.Length || json[range.Start] is not ((byte)'{' or (byte)'[' or (byte)'n' or (byte)'t' or (byte)'f'))
            {
                return null;
            }

            parts.Add(new(slot, first, range.Start - starts[first], last, end - starts[last]));
        }

        return [.. parts];
    }

    // Nothing is in it, mostly.
    private static int EndOfNested(ReadOnlySpan<byte> json, StructuralIndex index, JsonPlace place)
    {
        var behind = place.At + 1;
        if (behind < json.Length && (json[place.At], json[behind]) is ((byte)'[', (byte)']') or ((byte)'{', (byte)'}'))
        {
            return behind + 1;
        }

        var walk = new JsonWalk(json, index, place);
        walk.Value();

        return walk.IsBroken ? -1 : walk.At;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryPass(ReadOnlySpan<byte> json, int from, int to, ref int at)
    {
        var length = to - from;
        if (json.Length - at < length || !json.Slice(at, length).SequenceEqual(bones.AsSpan(from, length)))
        {
            return false;
        }

        at += length;

        return true;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Gap(int BoneEnd, GapKind Kind, int Depth, int Slot);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Part(int Slot, int First, int From, int Last, int To);
}
