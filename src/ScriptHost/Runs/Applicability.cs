using ScriptHost.Contract;
using ScriptHost.Scoring;

namespace ScriptHost.Runs;

/// <summary>How scorers got on with a set of traces.</summary>
/// <param name="scorer">The scorer.</param>
internal sealed class Applicability(ScorerDescription scorer)
{
    private const int KeptReasons = 100;

    private readonly Dictionary<(bool WasAsked, string Sentence), long> reasons = [];
    private readonly long[] outcomes = new long[4];

    /// <summary>The scorer.</summary>
    public ScorerDescription Scorer => scorer;

    /// <summary>How many values are yes, no, true or false under the scorer's own name.</summary>
    public long Judged { get; private set; }

    /// <summary>How many of these are yes or true.</summary>
    public long Passed { get; private set; }

    /// <summary>Whether it said anything of any unit.</summary>
    public bool Applies => Of(OutcomeKind.Scored) > 0;

    /// <summary>The most frequent reason why it said nothing, of units that it was asked about before others; null when it always said something.</summary>
    public string? Reason => reasons.OrderByDescending(r => r.Key.WasAsked).ThenByDescending(r => r.Value).ThenBy(r => r.Key.Sentence, StringComparer.Ordinal)
        .Select(r => r.Key.Sentence).FirstOrDefault();

    /// <summary>How many units ended so.</summary>
    public long Of(OutcomeKind kind) => outcomes[(int)kind];

    /// <summary>Adds an outcome of the scorer's.</summary>
    public void Add(Outcome outcome)
    {
        outcomes[(int)outcome.Kind]++;
        var reason = (outcome.Kind != OutcomeKind.Skipped, outcome.Reason ?? outcome.Feedbacks.Select(f => f.Error?.Message).FirstOrDefault(m => m is not null) ?? "");
        if (reason.Item2.Length > 0 && (reasons.Count < KeptReasons || reasons.ContainsKey(reason)))
        {
            reasons[reason] = reasons.GetValueOrDefault(reason) + 1;
        }

        foreach (var value in outcome.Feedbacks.Where(f => (f.Name ?? scorer.Name) == scorer.Name).Select(f => f.Value))
        {
            if (value is { Kind: FeedbackValueKind.Boolean } or { Kind: FeedbackValueKind.Text, Number: not null })
            {
                Judged++;
                Passed += value?.Number == 1 ? 1 : 0;
            }
        }
    }
}
