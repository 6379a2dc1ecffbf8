namespace ScriptHost.Traces;

/// <summary>Makes the <see cref="Skeleton"/> of a stretch of JSON that was walked through.</summary>
internal static class SkeletonBuild
{
    private const int MaxBones = 1 << 13;

    private const int MaxGaps = 1 << 8;

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

        var (bones, gaps, starts) = (new List<byte>(), new List<SkeletonGap>(), new List<int> { from });
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

            bones.AddRange(json[starts[^1]..(gap.Kind == SkeletonGapKind.Number ? at : at + 1)]);
            gaps.Add(new(bones.Count, gap.Kind, depth, SlotOf(new(at, gap.End - at), ranges)));
            starts.Add(gap.End);
            at = gap.End;
        }

        bones.AddRange(json[starts[^1]..]);

        return Parts(json, ranges, gaps, starts) is { } parts ? new([.. bones], [.. gaps], parts, depth) : null;
    }

    // What begins at an index and is no bone, and where it ends; null for a name, and a byte of a bone.
    private static (SkeletonGapKind Kind, int End)? GapAt(ReadOnlySpan<byte> json, StructuralIndex index, int at, List<JsonRange> passed)
    {
        switch (json[at])
        {
            case (byte)'"':
                var end = index.EndOfText(at + 1) + 1;

                return IsName(json, end) ? null : (SkeletonGapKind.Text, end);
            case (byte)'{' or (byte)'[':
                var nested = passed.Find(p => p.Start == at);

                return nested.IsAbsent ? null : (SkeletonGapKind.Nested, at + nested.Length);
            case (byte)'-' or (>= (byte)'0' and <= (byte)'9'):
                return (SkeletonGapKind.Number, JsonNumber.End(json, at));
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

    // Null when some are not in this stretch.
    private static SkeletonPart[]? Parts(ReadOnlySpan<byte> json, ReadOnlySpan<JsonRange> ranges, List<SkeletonGap> gaps, List<int> starts)
    {
        var parts = new List<SkeletonPart>();
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
}
