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
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            yield return Parse(path, number, line);
        }
    }

    private static RecordedOutcome Parse(string path, int number, string line)
    {
        try
        {
            return RecordedOutcome.Parse(line);
        }
        catch (FormatException fault)
        {
            throw new InputException($"{path}({number}): {fault.Message}", fault);
        }
    }
}
