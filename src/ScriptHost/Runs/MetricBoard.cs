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
    private readonly Dictionary<string, ScorerDescription> byScorer = scorers.ToDictionary(s => s.Name, StringComparer.Ordinal);
    private readonly Dictionary<string, Row> byName = new(StringComparer.Ordinal);

    // In the order of their first appearance.
    private readonly List<Row> rows = [];

    private readonly Dictionary<string, SharedFeedback> shared = new(StringComparer.Ordinal);

    // The tallies that are named after their scorers, which nearly all are: found without a name. The same as in the rows.
    private readonly Tally?[] own = new Tally?[scorers.Count];

    /// <summary>The feedback names that more than one scorer gives, in ordinal order: one metric has the values of both.</summary>
    public IEnumerable<SharedFeedback> Shared => shared.Values.OrderBy(s => s.Name, StringComparer.Ordinal);

    /// <summary>Adds what a scorer said.</summary>
    /// <returns>How many of its feedbacks are verdicts that say no; see <see cref="FeedbackView.IsFailed"/>.</returns>
    public int Add(in OutcomeView outcome)
    {
        if (outcome.IsPlain)
        {
            return Add(outcome.Plain, outcome.Scorer);
        }

        var failed = 0;
        foreach (ref readonly var feedback in outcome.Feedbacks)
        {
            failed += Add(feedback, outcome.Scorer);
        }

        return failed;
    }

    /// <summary>A row a feedback name: by scorer, then by first appearance. A scorer that said nothing has a row without values.</summary>
    /// <param name="notApplicable">How many pairs of a scorer, by its index, were not applicable.</param>
    public IReadOnlyList<MetricRecord> Records(Func<int, long> notApplicable)
    {
        var records = new List<MetricRecord>();
        for (var i = 0; i < scorers.Count; i++)
        {
            var scorer = scorers[i].Name;
            var named = rows.FindAll(r => r.Scorer == i);
            var ownAt = named.FindIndex(r => r.Name == scorer);
            if (ownAt > 0)
            {
                named.Insert(0, named[ownAt]);
                named.RemoveAt(ownAt + 1);
            }

            using var nothing = new Tally(Aggregations(scorer, i), () => new ValueSpill());
            if (named.Count == 0)
            {
                named.Add(new(scorer, i, nothing));
            }

            records.AddRange(named.Select((r, at) => Record(r.Name, scorer, r.Tally, at == 0 ? notApplicable(i) : 0)));
        }

        return records;
    }

    /// <inheritdoc/>
    public void Dispose() => rows.ForEach(r => r.Tally.Dispose());

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

    private int Add(in FeedbackView feedback, int scorer)
    {
        var tally = feedback.Name is { IsThere: true } name ? Of(name.Text, scorer) : own[scorer] ??= Of(scorers[scorer].Name, scorer);
        if (feedback.IsError)
        {
            tally.AddError(feedback.Code, feedback.Message);

            return 0;
        }

        var number = feedback.Number;
        tally.Add(number);

        return number is 0 && feedback.CanBeVerdict ? 1 : 0;
    }

    private Tally Of(ReadOnlySpan<char> text, int scorer)
    {
        if (!byName.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var row))
        {
            var name = text.ToString();
            row = new(name, scorer, new(Aggregations(name, scorer), () => new ValueSpill()));
            byName.Add(name, row);
            rows.Add(row);
        }
        else if (row.Scorer != scorer)
        {
            shared.TryAdd(row.Name, new(row.Name, scorers[row.Scorer].Name, scorers[scorer].Name));
        }

        return row.Tally;
    }

    // MLflow gives a feedback that is not named after its scorer the mean only; here it has its scorer's aggregations too.
    private IReadOnlyList<Aggregation> Aggregations(string name, int scorer)
    {
        var stated = byScorer.GetValueOrDefault(name)?.Aggregations;

        return stated is not null && preset is null
            ? stated
            : AggregationUnion.Of(stated ?? AggregationUnion.Of([Aggregation.Mean], scorers[scorer].Aggregations), preset?.Demanded(name) ?? []);
    }

    private sealed record Row(string Name, int Scorer, Tally Tally);
}
