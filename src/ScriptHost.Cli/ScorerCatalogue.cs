using System.Text;
using ScriptHost.Reports;
using ScriptHost.Scoring;

namespace ScriptHost.Cli;

/// <summary>Scorers as a Markdown table, for a README.</summary>
internal static class ScorerCatalogue
{
    /// <summary>The table, one row a scorer, without a line break at its end.</summary>
    public static string Markdown(IEnumerable<ScorerDescription> scorers)
    {
        var table = new StringBuilder("| scorer | level | reads | settings | metrics | what it says |\n|---|---|---|---|---|---|");
        foreach (var scorer in scorers)
        {
            var reads = scorer.Parameters.Where(p => p.Subject is not null).Select(p => p.Name);
            var settings = scorer.Parameters.Where(p => p.Subject is null).Select(p => Code($"{p.Name} = {p.Default}"));
            table.Append('\n').Append("| ").AppendJoin(" | ", [
                Code(scorer.Name),
                ScorerJson.Level(scorer.Level),
                string.Join(", ", reads),
                string.Join(", ", settings),
                string.Join(", ", scorer.Aggregations.Select(AggregationName.Of)),
                Cell(scorer.Description ?? ""),
            ]).Append(" |");
        }

        return table.ToString();
    }

    // A back-quote within code needs a longer fence.
    private static string Code(string text) => text.Contains('`', StringComparison.Ordinal) ? $"`` {Cell(text)} ``" : $"`{Cell(text)}`";

    private static string Cell(string text) => Printable.Line(text).Replace("|", "\\|", StringComparison.Ordinal);
}
