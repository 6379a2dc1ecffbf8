using ScriptHost.Records;

namespace ScriptHost.Runs;

public sealed class SeenKeysTests
{
    [Fact]
    public void Each_of_many_keys_is_new_once_and_known_from_then_on()
    {
        var seen = new SeenKeys();
        TraceKey[] keys = [.. Enumerable.Range(0, 100_000).Select(i => TraceKey.Of($"tr-{i}"))];

        var wasNew = keys.Select(k => !seen.Contains(k) && seen.Add(k, k.Low, out _)).ToList();

        wasNew.ShouldAllBe(n => n);
        keys.ShouldAllBe(k => seen.Contains(k));
        seen.Count.ShouldBe(keys.Length);
    }

    [Fact]
    public void A_known_key_tells_whether_its_content_is_the_same()
    {
        var seen = new SeenKeys();
        seen.Add(new(7, 1), content: 5, out _);

        seen.Add(new(7, 1), content: 5, out var isSame).ShouldBeFalse();
        isSame.ShouldBeTrue();
        seen.Add(new(7, 1), content: 6, out isSame).ShouldBeFalse();
        isSame.ShouldBeFalse();
    }

    [Fact]
    public void Keys_that_somebody_made_to_belong_to_one_place_find_room()
    {
        var seen = new SeenKeys();
        TraceKey[] keys = [.. Enumerable.Range(0, 9_000).Select(i => new TraceKey(ulong.MaxValue - (2 * (ulong)i), 0))];

        var wasNew = keys.Select(k => seen.Add(k, content: 0, out _)).ToList();

        wasNew.ShouldAllBe(n => n);
        keys.ShouldAllBe(k => seen.Contains(k));
        seen.Contains(new(ulong.MaxValue - (2 * 9_000), 0)).ShouldBeFalse();
    }
}
