using System.Runtime.CompilerServices;

namespace ScriptHost.Traces;

/// <summary>
/// A stretch of JSON without its texts, its numbers, and the objects and lists that are passed whole: the names, brackets, commas, blanks and literals
/// between them. What a program writes mostly has the same skeletons again and again. Where that is so, comparing tells all that walking from member to member
/// would, the grammar included, since nothing but the skeleton decides what a part is of and whether it may stand there.
/// </summary>
internal sealed class Skeleton
{
    // All of them, one behind the other: a bone before each gap and one behind the last. That before a text, an object or a list has the first byte of it.
    private readonly byte[] bones;
    private readonly SkeletonGap[] gaps;
    private readonly SkeletonPart[] parts;

    // How much deeper the end is than the beginning.
    private readonly int depth;

    // Where the bones began when it was compared last.
    private readonly int[] starts;

    /// <summary>A skeleton of its parts.</summary>
    public Skeleton(byte[] bones, SkeletonGap[] gaps, SkeletonPart[] parts, int depth)
    {
        (this.bones, this.gaps, this.parts, this.depth) = (bones, gaps, parts, depth);
        starts = new int[gaps.Length + 1];
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
                SkeletonGapKind.Text => (at - 1, index.EndOfText(at) + 1),
                SkeletonGapKind.Number => (at, JsonNumber.End(json, at)),
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
}
