using ScriptHost.Records;

namespace ScriptHost.Runs;

public sealed class SeenKeysTests
{
    // More than are kept in memory.
    private const int Many = 70_000;

    [Fact]
    public void Each_of_many_keys_is_new_once_and_known_from_then_on()
    {
        using var seen = new SeenKeys();
        TraceKey[] keys = [.. Enumerable.Range(0, 100_000).Select(i => TraceKey.Of($"tr-{i}"))];

        var wasNew = keys.Select(k => !seen.Contains(k) && seen.Add(k, k.Low, out _)).ToList();

        wasNew.ShouldAllBe(n => n);
        keys.ShouldAllBe(k => seen.Contains(k));
        seen.Count.ShouldBe(keys.Length);
    }

    [Fact]
    public void Of_more_keys_than_are_kept_in_memory_each_is_known_and_tells_whether_its_content_is_the_same()
    {
        using var seen = new SeenKeys();
        TraceKey[] keys = [.. Enumerable.Range(0, 300_000).Select(i => TraceKey.Of($"tr-{i}"))];
        TraceKey[] others = [.. Enumerable.Range(0, 300_000).Select(i => TraceKey.Of($"other-{i}"))];

        var wasNew = keys.Select(k => seen.Add(k, k.Low, out _)).ToList();
        var again = keys.Select(k => (IsNew: seen.Add(k, k.Low, out var isSame), IsSame: isSame)).ToList();
        var changed = keys.Select(k => (IsNew: seen.Add(k, ~k.Low, out var isSame), IsSame: isSame)).ToList();

        wasNew.ShouldAllBe(n => n);
        again.ShouldAllBe(a => !a.IsNew && a.IsSame);
        changed.ShouldAllBe(a => !a.IsNew && !a.IsSame);
        others.ShouldAllBe(o => !seen.Contains(o));
        seen.Count.ShouldBe(keys.Length);
    }

    [Fact]
    public void A_known_key_tells_whether_its_content_is_the_same()
    {
        using var seen = new SeenKeys();
        seen.Add(new(7, 1), content: 5, out _);

        seen.Add(new(7, 1), content: 5, out var isSame).ShouldBeFalse();
        isSame.ShouldBeTrue();
        seen.Add(new(7, 1), content: 6, out isSame).ShouldBeFalse();
        isSame.ShouldBeFalse();
    }

    [Fact]
    public void Keys_that_somebody_made_to_belong_to_one_place_find_room()
    {
        using var seen = new SeenKeys();
        TraceKey[] keys = [.. Enumerable.Range(0, Many).Select(i => new TraceKey(ulong.MaxValue - (2 * (ulong)i), 0))];

        var wasNew = keys.Select(k => seen.Add(k, content: 0, out _)).ToList();

        wasNew.ShouldAllBe(n => n);
        keys.ShouldAllBe(k => seen.Contains(k));
        seen.Contains(new(ulong.MaxValue - (2 * Many), 0)).ShouldBeFalse();
    }
}
