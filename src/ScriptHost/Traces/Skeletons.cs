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

    private const int Most = 16;

    private const int MostCredit = 64;

    // What learning one costs, where to look for one costs 1, and one that fits saves 1.
    private const int Lesson = 4;

    // Without credit one is looked for once in so many times.
    private const int Probe = 16;

    private readonly List<Skeleton> known = new(Most);

    // By the number of the skeleton before; 0 is the beginning of a row, or an unknown one.
    private readonly Followers[] followers = new Followers[Most + 1];
    private int last;
    private int credit = MostCredit;
    private long seen;
    private int oldest;
    private bool isLooking;

    /// <summary>Begins a row of stretches, such as the spans of a trace.</summary>
    public void Begin() => last = 0;

    /// <summary>Reads the next stretch, if it has a skeleton that is to be expected; null when it has not, and the ranges hold anything.</summary>
    /// <param name="json">The document.</param>
    /// <param name="index">Its index.</param>
    /// <param name="at">Where the stretch begins; then, where it ends.</param>
    /// <param name="ranges">Where to; the last one has no meaning.</param>
    public Skeleton? Read(ReadOnlySpan<byte> json, StructuralIndex index, ref int at, Span<JsonRange> ranges)
    {
        seen++;
        isLooking = seen > Few && (credit > 0 || seen % Probe == 0) && !index.HasControls && !index.IsBroken;
        if (!isLooking)
        {
            return null;
        }

        var (number, other) = followers[last];
        for (var tries = 0; tries < 2 && number > 0; tries++)
        {
            if (known[number - 1].TryRead(json, index, ref at, ranges))
            {
                credit = Math.Min(credit + 1, MostCredit);
                Follow(number);

                return known[number - 1];
            }

            credit--;
            number = other;
        }

        return null;
    }

    /// <summary>Takes note of a stretch that <see cref="Read"/> did not read and somebody else did.</summary>
    /// <param name="json">The document.</param>
    /// <param name="index">Its index.</param>
    /// <param name="from">Where the stretch began.</param>
    /// <param name="end">Where it ended.</param>
    /// <param name="ranges">What was found in it.</param>
    public void Learn(ReadOnlySpan<byte> json, StructuralIndex index, int from, JsonPlace end, ReadOnlySpan<JsonRange> ranges)
    {
        var number = 0;
        if (isLooking && Skeleton.Of(json, index, from, end, ranges) is { } skeleton)
        {
            credit -= Lesson;
            number = known.FindIndex(skeleton.Is) + 1;
            if (number == 0)
            {
                number = Keep(skeleton);
            }
        }

        Follow(number);
    }

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
