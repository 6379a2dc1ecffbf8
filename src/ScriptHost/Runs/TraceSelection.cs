using System.Collections.Frozen;
using ScriptHost.Contract;

namespace ScriptHost.Runs;

/// <summary>Which traces a run scores: <c>--trace-id</c>, then <c>--where</c>.</summary>
/// <param name="where">Null takes all.</param>
/// <param name="traceIds">Empty takes all.</param>
internal sealed class TraceSelection(TraceFilter? where, IReadOnlyList<string> traceIds)
{
    private readonly FrozenSet<string> ids = traceIds.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Why the trace is not scored, one sentence; null when it is.</summary>
    public string? Exclude(TraceContent trace)
    {
        if (ids.Count > 0 && !ids.Contains(trace.Id))
        {
            return "Its id is not one that --trace-id asks for.";
        }

        return where is not null && !where.Matches(trace) ? "The --where filter leaves it out." : null;
    }
}
