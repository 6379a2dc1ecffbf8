namespace ScriptHost.Html;

public sealed class BodyBudgetTests
{
    // A trace of so many bytes, of which a fifth is left in the file.
    [Theory]
    [InlineData(4_000)]
    [InlineData(100_000)]
    public void Large_traces_are_cut_until_all_fit_and_the_last_get_as_much_as_the_first(int size)
    {
        const int Blocks = 500;
        var budget = new BodyBudget(bytes: 10_000_000, traces: 100 * Blocks);
        var shares = new List<double>();
        var written = 0.0;

        for (var block = 0; block < Blocks; block++)
        {
            var share = Math.Min(size, budget.Share);
            shares.Add(share);
            budget.Spend(100, (long)(100 * share / 5));
            written += 100 * share / 5;
        }

        written.ShouldBeInRange(9_500_000, 10_500_000);
        shares[^1].ShouldBe(shares[250], shares[250] / 5);
    }

    [Fact]
    public void Few_traces_are_shown_whole() => new BodyBudget(bytes: 32_000_000, traces: 42).Share.ShouldBeGreaterThan(1_000_000);
}
