using System.Text.RegularExpressions;
using ScriptHost.Contract;

namespace ScriptHost.Runs;

/// <summary>
/// A parsed <c>--where</c>: conditions joined by <c>AND</c>, after MLflow's grammar. A trace that lacks what a condition looks at does not
/// match it, not even by <c>!=</c>; only <c>IS NULL</c> finds it.
/// </summary>
internal sealed class TraceFilter
{
    private readonly string text;
    private readonly IReadOnlyList<Func<TraceContent, bool>> conditions;

    private TraceFilter(string text, IReadOnlyList<Func<TraceContent, bool>> conditions)
    {
        this.text = text;
        this.conditions = conditions;
    }

    /// <summary>Parses a filter, or says what is wrong with it.</summary>
    /// <param name="text">Such as <c>tags.env = 'prod' and state = 'ERROR'</c>.</param>
    /// <exception cref="FormatException">The text is no filter; the message says where and what was expected.</exception>
    public static TraceFilter Parse(string text) => new(text, new FilterParser(new FilterCursor(new FilterLexer(text).Tokens())).Conditions());

    /// <summary>The filter that takes one session's traces.</summary>
    public static TraceFilter OfSession(string sessionId) =>
        Parse($"session_id = '{sessionId.Replace("'", "''", StringComparison.Ordinal)}'");

    /// <summary>Whether the trace is to be scored.</summary>
    /// <exception cref="InputException">A regular expression of the filter took too long on this trace.</exception>
    public bool Matches(TraceContent trace)
    {
        try
        {
            return conditions.All(holds => holds(trace));
        }
        catch (RegexMatchTimeoutException fault)
        {
            throw new InputException(
                $"The pattern '{fault.Pattern}' took longer than {fault.MatchTimeout.TotalSeconds} s on trace '{trace.Id}'; write one that backtracks less.");
        }
    }

    /// <summary>The filter as it was written.</summary>
    public override string ToString() => text;
}
