namespace ScriptHost.Workers;

/// <summary>A call that hangs, crashes or takes all memory costs exactly its own pair.</summary>
public sealed class BlameTests(BlameRun run) : IClassFixture<BlameRun>
{
    public static TheoryData<string, string> Codes => new(BlameRun.Misbehaving.Select(m => (m.Scorer, m.Code)));

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_scorer_gets_the_code_of_what_it_did(string scorer, string code) => run.OnBad(scorer).ShouldBe(code);

    [Fact]
    public void All_else_is_scored() => run.Unscored.ShouldBeEmpty();

    [Fact]
    public void Every_pair_stands_in_the_record_once()
    {
        run.Pairs.ShouldBeUnique();
        run.Pairs.Count.ShouldBe(5 * (BlameRun.Misbehaving.Count + 3));
        run.ExitCode.ShouldBe(9);
    }
}
