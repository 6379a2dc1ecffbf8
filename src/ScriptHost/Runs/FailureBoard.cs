using ScriptHost.Scoring;

namespace ScriptHost.Runs;

/// <summary>Keeps the units that failed the most judgements; of as many, the first in the record's order.</summary>
internal sealed class FailureBoard
{
    private const int Most = 5;

    private readonly List<Failure> worst = [];

    /// <summary>Most failed judgements first, at most five.</summary>
    public IReadOnlyList<Failure> Worst => worst;

    /// <summary>Takes note of all outcomes of one unit.</summary>
    public void Add(IReadOnlyList<Outcome> outcomes)
    {
        // Few units fail more than the worst so far: no list is made for the others.
        var failed = Failed(outcomes);
        if (failed == 0 || (worst.Count == Most && failed <= worst[^1].Verdicts.Count))
        {
            return;
        }

        var verdicts = outcomes.SelectMany(o => o.Feedbacks.Where(IsFailed).Select(f => (f.Name ?? o.Scorer, f.Rationale))).ToArray();
        var at = worst.FindIndex(w => w.Verdicts.Count < verdicts.Length);
        worst.Insert(at < 0 ? worst.Count : at, new(outcomes[0].TraceId, outcomes[0].SessionId, verdicts));
        if (worst.Count > Most)
        {
            worst.RemoveAt(Most);
        }
    }

    private static int Failed(IReadOnlyList<Outcome> outcomes)
    {
        var failed = 0;
        for (var i = 0; i < outcomes.Count; i++)
        {
            var feedbacks = outcomes[i].Feedbacks;
            for (var j = 0; j < feedbacks.Count; j++)
            {
                failed += IsFailed(feedbacks[j]) ? 1 : 0;
            }
        }

        return failed;
    }

    // A verdict is a truth value or yes/no; numbers have no end that is bad by itself.
    private static bool IsFailed(Contract.Feedback feedback) => feedback.Value is
    {
        Kind: Contract.FeedbackValueKind.Boolean or Contract.FeedbackValueKind.Text, Number: 0,
    };
}
