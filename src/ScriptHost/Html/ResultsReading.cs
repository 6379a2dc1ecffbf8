using ScriptHost.Traces;

namespace ScriptHost.Html;

/// <summary>Reads <c>results.jsonl</c> unit by unit; only one is held.</summary>
internal static class ResultsReading
{
    /// <summary>The units in the record's order: traces, then sessions.</summary>
    /// <param name="path">A complete <c>results.jsonl</c>.</param>
    /// <exception cref="InputException">A line is no outcome.</exception>
    public static IEnumerable<ScoredUnit> Units(string path)
    {
        var outcomes = new List<RecordedOutcome>();
        foreach (var outcome in Outcomes(path))
        {
            if (outcomes is [var first, ..] && (first.TraceId != outcome.TraceId || first.SessionId != outcome.SessionId))
            {
                yield return new(first.TraceId, first.SessionId, outcomes);
                outcomes = [];
            }

            outcomes.Add(outcome);
        }

        if (outcomes is [var last, ..])
        {
            yield return new(last.TraceId, last.SessionId, outcomes);
        }
    }

    private static IEnumerable<RecordedOutcome> Outcomes(string path)
    {
        using var file = File.OpenRead(path);
        using var lines = new LineReader(new ByteWindow(file, 0), new Piece(0, 0, new InputFile(path, file.Length), 0, null));
        while (lines.Read())
        {
            yield return Parse(path, lines);
        }
    }

    private static RecordedOutcome Parse(string path, LineReader at)
    {
        try
        {
            return RecordedOutcome.Parse(at.Json);
        }
        catch (FormatException fault)
        {
            throw new InputException($"{path}({at.Line}): {fault.Message}", fault);
        }
    }
}
