using ScriptHost.Contract;
using ScriptHost.Scoring;

namespace ScriptHost.Records;

/// <summary>
/// How outcomes go between processes and into the journal: how many there are (4 bytes), then for each how much higher its scorer's index is than that of the one
/// before (a byte; 0 for 4 bytes that follow), an <see cref="OutcomeMark"/>, and what that announces. <see cref="OutcomeWriter"/> writes them, and
/// <see cref="OutcomeCursor"/> reads them.
/// </summary>
/// <param name="scorers">The names of the scorers that take part, in order.</param>
internal sealed class OutcomeFormat(IReadOnlyList<string> scorers)
{
    private readonly Dictionary<string, int> order = Order(scorers);

    /// <summary>The names of the scorers that take part, in order.</summary>
    public IReadOnlyList<string> Scorers => scorers;

    /// <summary>Whether a feedback is from its scorer's code, as nearly every one is: that is not written.</summary>
    /// <param name="source">Its source; null is the scorer.</param>
    /// <param name="scorer">The scorer's index.</param>
    public bool IsOwn(AssessmentSource? source, int scorer) => source is null || (source.Type == AssessmentSourceType.Code && source.Id == scorers[scorer]);

    /// <summary>Writes the outcomes of one unit.</summary>
    public void Write(WireWriter writer, IReadOnlyList<Outcome> outcomes)
    {
        var unit = new OutcomeWriter(this, writer);
        unit.Begin();
        foreach (var outcome in outcomes)
        {
            unit.Add(order[outcome.Scorer], outcome);
        }

        unit.End();
    }

    // In a loop: LINQ over pairs is compiled at every start of the program.
    private static Dictionary<string, int> Order(IReadOnlyList<string> scorers)
    {
        var order = new Dictionary<string, int>(scorers.Count, StringComparer.Ordinal);
        for (var i = 0; i < scorers.Count; i++)
        {
            order.Add(scorers[i], i);
        }

        return order;
    }
}
