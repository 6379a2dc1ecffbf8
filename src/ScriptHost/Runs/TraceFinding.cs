using ScriptHost.Contract;
using ScriptHost.Traces;

namespace ScriptHost.Runs;

/// <summary>Finds one trace among many.</summary>
internal static class TraceFinding
{
    /// <summary>The shortest beginning of an id that may stand for it.</summary>
    private const int ShortestPrefix = 6;

    /// <summary>How many ids are looked at for a did-you-mean; more would take longer than it is worth.</summary>
    private const int Compared = 10_000;

    /// <summary>The trace with this id, or the only one whose id begins with it.</summary>
    /// <param name="traces">Files, folders and globs.</param>
    /// <param name="id">The id, or its beginning, of at least six characters.</param>
    /// <param name="cancellationToken">Stops looking.</param>
    /// <exception cref="InputException">There is no such trace, or there are many.</exception>
    public static TraceFacts ById(IReadOnlyList<string> traces, string id, CancellationToken cancellationToken)
    {
        var ids = new List<string>();
        var near = new Dictionary<string, TraceFacts?>(StringComparer.Ordinal);
        foreach (var (document, trace) in WellFormed(traces, cancellationToken))
        {
            if (trace.Id == id)
            {
                return Facts(document, trace);
            }

            if (id.Length >= ShortestPrefix && trace.Id.StartsWith(id, StringComparison.Ordinal))
            {
                // Only the first is ever shown; of the others the ids are enough.
                near.TryAdd(trace.Id, near.Count == 0 ? Facts(document, trace) : null);
            }

            if (ids.Count < Compared)
            {
                ids.Add(trace.Id);
            }
        }

        var among = string.Join(", ", traces.Select(t => $"'{t}'"));

        return near.Values.ToList() switch
        {
            [{ } only] => only,
            [] => throw new InputException($"There is no trace '{id}' in {among}.{(id.Length < ShortestPrefix ? $" The beginning of an id stands for it from {ShortestPrefix} characters on." : Suggestion.Sentence(id, ids))}"),
            _ => throw new InputException($"The ids of {near.Count} traces begin with '{id}': {string.Join(", ", near.Keys.Take(3))}{(near.Count > 3 ? ", …" : "")}. Write more of it."),
        };
    }

    /// <summary>The only trace of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="InputException">The file holds no trace, or many.</exception>
    public static TraceFacts OnlyOf(string path, CancellationToken cancellationToken)
    {
        TraceFacts? found = null;
        foreach (var (document, trace) in WellFormed([path], cancellationToken))
        {
            found = found is null
                ? Facts(document, trace)
                : throw new InputException($"'{path}' holds more than one trace, such as '{found.Id}'; name one by its id, with --traces '{path}'.");
        }

        return found ?? throw new InputException($"'{path}' holds no well-formed trace.");
    }

    private static IEnumerable<(TraceDocument Document, TraceContent Trace)> WellFormed(IReadOnlyList<string> traces, CancellationToken cancellationToken)
    {
        foreach (var document in TraceReading.Documents(traces))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (document.Trace is { } trace)
            {
                yield return (document, trace);
            }
        }
    }

    private static TraceFacts Facts(TraceDocument document, TraceContent trace) => new()
    {
        Id = trace.Id,
        Place = $"{document.Path}({document.Line})",
        State = TraceStateName.Of(trace.State),
        RequestTime = trace.RequestTime,
        Duration = trace.Duration,
        SessionId = trace.SessionId,
        UserId = trace.UserId,
        Spans =
        [
            .. trace.Spans.GroupBy(s => s.Type ?? "", StringComparer.Ordinal)
                .Select(g => (g.Key, g.Count(), g.Count(s => s.Status == SpanStatus.Error)))
                .OrderByDescending(g => g.Item2).ThenBy(g => g.Key, StringComparer.Ordinal),
        ],
        Tags = [.. trace.Tags.Select(t => (t.Key, t.Value))],
        Expectations = [.. trace.Expectations.Select(e => (e.Key, e.Value.ToText() ?? "null"))],
        Assessments = trace.Assessments.Count,
        Inputs = trace.Inputs.ToText(),
        Outputs = trace.Outputs.ToText(),
        InputsFrom = AttributeOrigin.Of(trace, trace.Inputs, "mlflow.spanInputs"),
        OutputsFrom = AttributeOrigin.Of(trace, trace.Outputs, "mlflow.spanOutputs"),
        Lacks = [.. TraceLack.Of(trace).Select(l => (l.Name, l.Meaning))],
    };
}
