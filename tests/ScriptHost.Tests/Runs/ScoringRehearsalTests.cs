using ScriptHost.Contract;
using ScriptHost.Scoring;

namespace ScriptHost.Runs;

public sealed class ScoringRehearsalTests
{
    [Fact]
    public void It_scores_its_trace()
    {
        var result = ScoringRehearsal.Play().ShouldNotBeNull();

        result.Kind.ShouldBe(OutcomeKind.Scored);
        result.Value.ShouldBe((FeedbackValue)5);
    }
}
