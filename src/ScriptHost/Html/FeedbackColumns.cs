namespace ScriptHost.Html;

/// <summary>The columns of a report: a column for each name that a scorer gives its feedback, in order of first appearance.</summary>
internal sealed class FeedbackColumns
{
    private readonly Dictionary<(string Scorer, string Name), FeedbackColumn> columns = [];
    private readonly Dictionary<string, List<FeedbackColumn>> ofScorers = new(StringComparer.Ordinal);

    /// <summary>All columns.</summary>
    public IReadOnlyCollection<FeedbackColumn> All => columns.Values;

    /// <summary>The columns of a scorer; empty when it never said anything.</summary>
    public IReadOnlyList<FeedbackColumn> Of(string scorer) => ofScorers.GetValueOrDefault(scorer) ?? [];

    /// <summary>The column of a scorer's feedback, made when it is new.</summary>
    public FeedbackColumn Get(string scorer, string name)
    {
        if (!columns.TryGetValue((scorer, name), out var column))
        {
            columns.Add((scorer, name), column = new(scorer, name, columns.Count));
            if (!ofScorers.TryGetValue(scorer, out var list))
            {
                ofScorers.Add(scorer, list = []);
            }

            list.Add(column);
        }

        return column;
    }
}
