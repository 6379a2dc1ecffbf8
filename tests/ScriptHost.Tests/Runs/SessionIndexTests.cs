namespace ScriptHost.Runs;

public sealed class SessionIndexTests
{
    // More than the blocks in memory hold.
    private const int Traces = 50_000;

    private const int Sessions = 7_000;

    [Fact]
    public void Sessions_of_many_traces_come_back_in_the_order_of_their_oldest_traces()
    {
        using var index = new SessionIndex(hasTraces: true);
        foreach (var trace in Enumerable.Range(0, Traces))
        {
            index.Add(Id(trace), Time(trace), new(0, trace, 1), isSelected: true, content: (ulong)trace);
        }

        var found = index.InOrder().ToList();

        var wanted = Enumerable.Range(0, Traces).GroupBy(Id).Select(s => s.OrderBy(t => (Time(t), t)).ToList()).OrderBy(s => s[0]).ToList();
        found.Select(s => s.Id).ShouldBe(wanted.Select(s => Id(s[0])));
        found.SelectMany(s => s.Traces.Select(t => t.Offset)).ShouldBe(wanted.SelectMany(s => s.Select(t => (long)t)));
        index.Count.ShouldBe(Sessions);
    }

    [Fact]
    public void A_session_is_made_of_its_selected_traces_and_one_without_any_of_its_oldest()
    {
        using var index = new SessionIndex(hasTraces: true);
        index.Add("none", requestTime: 2, new(0, 10, 1), isSelected: false, content: 1);
        index.Add("some", requestTime: 1, new(0, 20, 1), isSelected: false, content: 2);
        index.Add("some", requestTime: 2, new(0, 30, 1), isSelected: true, content: 3);
        index.Add("none", requestTime: 1, new(0, 40, 1), isSelected: false, content: 4);

        var found = index.InOrder().ToList();

        found.Select(s => (s.Id, s.IsSelected, s.Traces.Single().Offset)).ShouldBe([("some", true, 30L), ("none", false, 40L)]);
    }

    [Fact]
    public void Without_traces_sessions_are_counted()
    {
        using var index = new SessionIndex(hasTraces: false);
        foreach (var trace in Enumerable.Range(0, Traces))
        {
            index.Add(Id(trace), Time(trace), new(0, trace, 1), isSelected: true, content: 0);
        }

        index.Count.ShouldBe(Sessions);
        index.IsEmpty.ShouldBeTrue();
    }

    private static string Id(int trace) => $"session-{trace * 31L % Sessions}";

    // Not in input order, and some at the same time.
    private static long Time(int trace) => trace * 7919L % 1000;
}
