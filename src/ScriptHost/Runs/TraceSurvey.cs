using ScriptHost.Contract;
using ScriptHost.Records;
using ScriptHost.Traces;

namespace ScriptHost.Runs;

/// <summary>What is understood of a set of traces: counts, gathered document by document.</summary>
internal sealed class TraceSurvey : IDisposable
{
    private const int KeptFaults = 20;

    private readonly SeenKeys seen = new();
    private readonly Dictionary<string, long> sessions = new(StringComparer.Ordinal);
    private readonly HashSet<string> files = new(StringComparer.Ordinal);
    private readonly List<string> faults = [];
    private readonly long[] lacking = new long[TraceLack.All.Count];

    /// <summary>How many files held documents.</summary>
    public int Files => files.Count;

    /// <summary>How many well-formed traces there are, those that stand twice counted once.</summary>
    public long Traces => seen.Count;

    /// <summary>How many documents are no traces.</summary>
    public long Malformed { get; private set; }

    /// <summary>The first of them: their places, and what is wrong.</summary>
    public IReadOnlyList<string> Faults => faults;

    /// <summary>How many traces have the id of an earlier one and the same content.</summary>
    public long Repeated { get; private set; }

    /// <summary>How many traces have the id of an earlier one and other content.</summary>
    public long Contradicted { get; private set; }

    /// <summary>How many spans there are.</summary>
    public long Spans { get; private set; }

    /// <summary>How many of them did not end.</summary>
    public long OpenSpans { get; private set; }

    /// <summary>How many sessions there are.</summary>
    public int Sessions => sessions.Count;

    /// <summary>How many traces the longest session has; 0 without sessions.</summary>
    public long LongestSession => sessions.Count == 0 ? 0 : sessions.Values.Max();

    /// <summary>When the first request came; null without traces.</summary>
    public DateTimeOffset? First { get; private set; }

    /// <summary>When the last request came; null without traces.</summary>
    public DateTimeOffset? Last { get; private set; }

    /// <summary>How many traces are of each form.</summary>
    public Dictionary<string, long> Forms { get; } = new(StringComparer.Ordinal);

    /// <summary>How many traces ended in each state, as MLflow writes it.</summary>
    public Dictionary<string, long> States { get; } = new(StringComparer.Ordinal);

    /// <summary>How many spans there are of each type; a span without one has an empty type.</summary>
    public Dictionary<string, long> SpanTypes { get; } = new(StringComparer.Ordinal);

    /// <summary>How many spans of each type failed.</summary>
    public Dictionary<string, long> FailedSpans { get; } = new(StringComparer.Ordinal);

    /// <summary>How many traces have an expectation of each name.</summary>
    public Dictionary<string, long> Expectations { get; } = new(StringComparer.Ordinal);

    /// <summary>What traces lack, and how many lack it; what none lacks is left out.</summary>
    public IEnumerable<(TraceLack Lack, long Count)> Lacking => TraceLack.All.Zip(lacking).Where(l => l.Second > 0);

    /// <summary>Adds a document.</summary>
    public void Add(TraceDocument document)
    {
        files.Add(document.Path);
        if (document.Trace is not { } trace)
        {
            Malformed++;
            if (faults.Count < KeptFaults)
            {
                faults.Add(document.Line == 0 ? $"{document.Path}: {document.Fault}." : $"{document.Path}({document.Line}): byte {document.FaultOffset}: {document.Fault}.");
            }

            return;
        }

        if (!seen.Add(TraceKey.Of(trace.Id), ContentHash.Of(document.Json.Span), out var isSame))
        {
            Repeated += isSame ? 1 : 0;
            Contradicted += isSame ? 0 : 1;

            return;
        }

        Count(Forms, TraceForm.Of(document.Json, trace));
        Count(trace);
        foreach (var span in trace.Spans)
        {
            Count(span);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => seen.Dispose();

    private void Count(TraceContent trace)
    {
        Count(States, TraceStateName.Of(trace.State));
        if (trace.SessionId is { } session)
        {
            Count(sessions, session);
        }

        First = First is { } first && first <= trace.RequestTime ? first : trace.RequestTime;
        Last = Last is { } last && last >= trace.RequestTime ? last : trace.RequestTime;
        foreach (var name in trace.Expectations.Keys)
        {
            Count(Expectations, name);
        }

        for (var i = 0; i < lacking.Length; i++)
        {
            lacking[i] += TraceLack.All[i].IsMissing(trace) ? 1 : 0;
        }
    }

    private void Count(SpanContent span)
    {
        Spans++;
        OpenSpans += span.EndTimeUnixNano is null ? 1 : 0;
        Count(SpanTypes, span.Type ?? "");
        if (span.Status == SpanStatus.Error)
        {
            Count(FailedSpans, span.Type ?? "");
        }
    }

    private static void Count(Dictionary<string, long> counts, string key) => counts[key] = counts.GetValueOrDefault(key) + 1;
}
