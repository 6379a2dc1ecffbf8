using ScriptHost.Contract;
using ScriptHost.Presets;
using ScriptHost.Records;
using ScriptHost.Scoring;

namespace ScriptHost.Runs;

/// <summary>The metrics of outcomes, by feedback name.</summary>
/// <param name="scorers">The scorers, in the order of the run.</param>
/// <param name="preset">What thresholds name is computed too; null has none.</param>
internal sealed class MetricBoard(IReadOnlyList<ScorerDescription> scorers, Preset? preset) : IDisposable
{
    private readonly Dictionary<string, int> order = scorers.Select((s, i) => (s.Name, i)).ToDictionary(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Scorer, int Order, Tally Tally)> tallies = new(StringComparer.Ordinal);

    // The tallies that are named after their scorers, which nearly all are: found without a name. The same as in the dictionary.
    private readonly Tally?[] own = new Tally?[scorers.Count];

    /// <summary>Adds what a scorer said.</summary>
    /// <returns>How many of its feedbacks are verdicts that say no; see <see cref="FeedbackView.IsFailed"/>.</returns>
    public int Add(in OutcomeView outcome)
    {
        var failed = 0;
        foreach (ref readonly var feedback in outcome.Feedbacks)
        {
            var tally = feedback.Name.IsThere ? Of(feedback.Name.Text, outcome.Scorer) : own[outcome.Scorer] ??= Of(scorers[outcome.Scorer].Name, outcome.Scorer);
            if (feedback.IsError)
            {
                tally.AddError(feedback.Code, feedback.Message);
            }
            else
            {
                var number = feedback.Number;
                failed += number is 0 && feedback.CanBeVerdict ? 1 : 0;
                tally.Add(number);
            }
        }

        return failed;
    }

    /// <summary>A row a feedback name: by scorer, then by first appearance. A scorer that said nothing has a row without values.</summary>
    /// <param name="notApplicable">How many pairs of a scorer, by its index, were not applicable.</param>
    public IReadOnlyList<MetricRecord> Records(Func<int, long> notApplicable)
    {
        var rows = new List<MetricRecord>();
        for (var i = 0; i < scorers.Count; i++)
        {
            var named = tallies.Where(t => t.Value.Scorer == i)
                .OrderBy(t => t.Key == scorers[i].Name ? 0 : 1)
                .ThenBy(t => t.Value.Order)
                .Select(t => (t.Key, t.Value.Tally))
                .ToList();
            using var nothing = new Tally(Aggregations(scorers[i].Name, i), () => new ValueSpill());
            rows.AddRange((named is [] ? [(scorers[i].Name, nothing)] : named)
                .Select((t, at) => Record(t.Item1, scorers[i].Name, t.Item2, at == 0 ? notApplicable(i) : 0)));
        }

        return rows;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (_, _, tally) in tallies.Values)
        {
            tally.Dispose();
        }
    }

    private static MetricRecord Record(string name, string scorer, Tally tally, long notApplicable) => new()
    {
        Name = name,
        Scorer = scorer,
        Values = tally.Metrics(),
        Aggregations = tally.Aggregations,
        Passes = tally.Passes,
        Count = tally.Count,
        Uncounted = tally.Uncounted,
        Errors = tally.Errors,
        NotApplicable = notApplicable,
        FirstError = tally.FirstError,
    };

    private Tally Of(ReadOnlySpan<char> text, int scorer)
    {
        if (!tallies.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var found))
        {
            var name = text.ToString();
            found = (scorer, tallies.Count, new Tally(Aggregations(name, scorer), () => new ValueSpill()));
            tallies.Add(name, found);
        }

        return found.Tally;
    }

    // MLflow gives a feedback that is not named after its scorer the mean only; here it has its scorer's aggregations too.
    private IReadOnlyList<Aggregation> Aggregations(string name, int scorer)
    {
        var own = order.TryGetValue(name, out var named) ? scorers[named].Aggregations : null;

        return [.. (own ?? scorers[scorer].Aggregations.Prepend(Aggregation.Mean)).Concat(preset?.Demanded(name) ?? []).Distinct()];
    }
}
