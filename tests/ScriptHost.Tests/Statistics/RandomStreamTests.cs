namespace ScriptHost.Statistics;

public sealed class RandomStreamTests
{
    // The published numbers of SplitMix64 for this seed (the reference implementation in C by S. Vigna, and Rosetta Code's table).
    [Fact]
    public void It_is_SplitMix64()
    {
        var random = new RandomStream(1234567);

        Enumerable.Range(0, 5).Select(_ => random.Next())
            .ShouldBe([6457827717110365317UL, 3203168211198807973UL, 9817491932198370423UL, 4593380528125082431UL, 16408922859458223821UL]);
    }

    [Fact]
    public void Numbers_below_a_bound_come_equally_often()
    {
        var random = new RandomStream(1);

        var counts = Enumerable.Range(0, 70_000).Select(_ => random.Below(7)).CountBy(n => n).ToDictionary();

        counts.Keys.Order().ShouldBe(Enumerable.Range(0, 7));
        counts.Values.ShouldAllBe(c => c > 9_600 && c < 10_400);
    }
}
