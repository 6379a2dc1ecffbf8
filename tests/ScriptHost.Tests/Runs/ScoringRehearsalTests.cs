using ScriptHost.Scoring;

namespace ScriptHost.Runs;

public sealed class ScoringRehearsalTests
{
    [Fact]
    public void It_scores_its_trace()
    {
        var outcome = ScoringRehearsal.Play();

        outcome.ShouldNotBeNull().Kind.ShouldBe(OutcomeKind.Scored);
        outcome.Feedbacks.ShouldHaveSingleItem().Value.ShouldBe(5);
    }
}
