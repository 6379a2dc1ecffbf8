using System.Runtime.InteropServices;

namespace ScriptHost.Traces;

/// <summary>
/// The skeletons of like stretches that were met, and which came behind which, since that is what comes again. Where little comes again it costs little: the
/// skeletons that fit pay for looking for others.
/// </summary>
internal sealed class Skeletons
{
    // So many stretches are no row that repeats.
    private const int Few = 32;

    private const int Most = 64;

    // What is saved by one that fits, and lost by one that does not, is 1; to learn one costs this.
    private const int Lesson = 20;

    // Less than half a millisecond when nothing comes of it.
    private const int MostCredit = 100 * Lesson;

    // Who has no credit gets 1 in so many times.
    private const int Patience = 64;

    private readonly List<Skeleton> known = [];

    // By the number of the skeleton before; 0 is the beginning of a row, or an unknown one.
    private readonly Followers[] followers = new Followers[Most + 1];
    private int last;
    private int credit = MostCredit;
    private long seen;
    private int oldest;
    private bool isLooking;

    /// <summary>Begins a row of stretches, such as the spans of a trace.</summary>
    public void Begin() => last = 0;

    /// <summary>Reads the next stretch, if it has a skeleton that is to be expected; false when it has not, and the ranges hold anything.</summary>
    /// <param name="json">The document.</param>
    /// <param name="index">Its index.</param>
    /// <param name="place">Where the stretch begins; then, where it ends.</param>
    /// <param name="ranges">Where to; the last one has no meaning.</param>
    public bool TryRead(ReadOnlySpan<byte> json, StructuralIndex index, ref JsonPlace place, Span<JsonRange> ranges)
    {
        seen++;
        isLooking = seen > Few && credit > 0 && !index.HasControls && !index.IsBroken;
        if (!isLooking)
        {
            credit += seen % Patience == 0 ? 1 : 0;

            return false;
        }

        var (number, other) = followers[last];
        for (var tries = 0; tries < 2 && number > 0; tries++)
        {
            if (known[number - 1].TryRead(json, index, ref place, ranges))
            {
                credit = Math.Min(credit + 1, MostCredit);
                Follow(number);

                return true;
            }

            credit--;
            number = other;
        }

        return false;
    }

    /// <summary>Takes note of a stretch that <see cref="TryRead"/> did not read and somebody else did.</summary>
    /// <param name="json">The document.</param>
    /// <param name="index">Its index.</param>
    /// <param name="from">Where the stretch began.</param>
    /// <param name="end">Where it ended.</param>
    /// <param name="passed">The objects and lists in it that were passed whole.</param>
    /// <param name="ranges">What was found in it.</param>
    public void Learn(ReadOnlySpan<byte> json, StructuralIndex index, int from, int end, List<JsonRange> passed, ReadOnlySpan<JsonRange> ranges)
    {
        var number = 0;
        if (isLooking && credit > 0)
        {
            // Whatever comes of it: what cannot be learnt is not to be tried for ever.
            credit -= Lesson;
            number = SkeletonBuild.Of(json[..end], index, from, passed, ranges) is { } skeleton ? NumberOf(skeleton) : 0;
        }

        Follow(number);
    }

    private int NumberOf(Skeleton skeleton) => known.FindIndex(skeleton.Is) is >= 0 and var place ? place + 1 : Keep(skeleton);

    private int Keep(Skeleton skeleton)
    {
        if (known.Count < Most)
        {
            known.Add(skeleton);

            return known.Count;
        }

        var place = oldest;
        known[place] = skeleton;
        oldest = (oldest + 1) % Most;

        return place + 1;
    }

    private void Follow(int number)
    {
        if (number > 0 && followers[last].Latest != number)
        {
            followers[last] = new(number, followers[last].Latest);
        }

        last = number;
    }

    // The one that followed last, and the one before that.
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Followers(int Latest, int Other);
}
