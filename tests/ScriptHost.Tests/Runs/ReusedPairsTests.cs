using ScriptHost.Records;

namespace ScriptHost.Runs;

public sealed class ReusedPairsTests
{
    private static readonly ReusedPairs Pairs = new([[true, false], [false, true]], [(0, 7UL), (1, ulong.MaxValue)]);

    [Fact]
    public void A_pair_is_taken_over_while_its_trace_is_the_one_that_was_looked_at()
    {
        Pairs.Has(unit: 0, content: 7, scorer: 0).ShouldBeTrue();
        Pairs.Has(unit: 1, content: ulong.MaxValue, scorer: 1).ShouldBeTrue();

        // The file changed between the look and the scoring.
        Pairs.Has(unit: 0, content: 8, scorer: 0).ShouldBeFalse();
    }

    [Fact]
    public void All_else_is_scored()
    {
        Pairs.Has(unit: 0, content: 7, scorer: 1).ShouldBeFalse();
        Pairs.Has(unit: 2, content: 7, scorer: 0).ShouldBeFalse();
        ReusedPairs.None.Has(unit: 0, content: 0, scorer: 0).ShouldBeFalse();
    }

    [Fact]
    public void Workers_see_the_same_for_their_scorers()
    {
        var writer = new WireWriter();
        Pairs.Only([1]).Write(writer);

        var read = ReusedPairs.Read(new(writer.Written.ToArray()));

        read.Has(unit: 0, content: 7, scorer: 0).ShouldBeFalse();
        read.Has(unit: 1, content: ulong.MaxValue, scorer: 0).ShouldBeTrue();
    }
}
