using ScriptHost.Contract;
using ScriptHost.Runs;

namespace ScriptHost.Html;

/// <summary>What lists show, search and sort of a trace.</summary>
internal sealed record IndexRow
{
    private const int Previewed = 120;

    // What MLflow keeps for itself says nothing about a slice.
    private const string Reserved = "mlflow.";

    /// <summary>The trace's id, or the session's.</summary>
    public required string Id { get; init; }

    /// <summary>The trace that a session begins with; null of a trace.</summary>
    public string? Oldest { get; init; }

    /// <summary>What the application calls it; null when the trace is not at hand.</summary>
    public string? Name { get; init; }

    /// <summary>How the request ended, as MLflow writes it; null when the trace is not at hand.</summary>
    public string? State { get; init; }

    /// <summary>When the request came, in milliseconds of Unix time; null when the trace is not at hand.</summary>
    public long? Time { get; init; }

    /// <summary>How long it took, in milliseconds; null when it is not known.</summary>
    public double? Duration { get; init; }

    /// <summary>How many tokens it took; null when it is not known.</summary>
    public long? Tokens { get; init; }

    /// <summary>The session; null when it belongs to none.</summary>
    public string? Session { get; init; }

    /// <summary>The beginning of what was asked.</summary>
    public string Asked { get; init; } = "";

    /// <summary>The beginning of what was answered.</summary>
    public string Answered { get; init; } = "";

    /// <summary>The tags that people gave it.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Tags { get; init; } = [];

    /// <summary>The row of a trace.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="content">The trace; null when it is not at hand.</param>
    public static IndexRow Of(string id, TraceContent? content)
    {
        if (content is null)
        {
            return new() { Id = id };
        }

        var trace = new Trace(content);

        return new()
        {
            Id = id,
            Name = content.Tags.TryGetValue("mlflow.traceName", out var name) ? name : trace.Root?.Name,
            State = TraceStateName.Of(content.State),
            Time = content.RequestTime.ToUnixTimeMilliseconds(),
            Duration = content.Duration?.TotalMilliseconds,
            Tokens = content.TokenUsage?.TotalTokens,
            Session = content.SessionId,
            Asked = Line(Gist.Asked(trace)),
            Answered = Line(Gist.Answered(trace)),
            Tags = [.. content.Tags.Where(t => !t.Key.StartsWith(Reserved, StringComparison.Ordinal)).Select(t => KeyValuePair.Create(Line(t.Key), Line(t.Value)))],
        };
    }

    private static string Line(string text)
    {
        var start = text.AsSpan(0, Math.Min(text.Length, 4 * Previewed));
        var line = string.Join(' ', start.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= Previewed)
        {
            return line;
        }

        return line[..(char.IsHighSurrogate(line[Previewed - 1]) ? Previewed - 1 : Previewed)] + "…";
    }
}
