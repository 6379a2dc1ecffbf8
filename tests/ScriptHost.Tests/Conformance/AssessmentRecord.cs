using System.Globalization;
using System.Numerics;
using System.Text.Json;
using ScriptHost.Contract;
using ScriptHost.Scoring;

namespace ScriptHost.Conformance;

/// <summary>One feedback of a run, as <c>expected.json</c> has it.</summary>
internal sealed record AssessmentRecord
{
    /// <summary>The source id that MLflow fills in where a feedback names none.</summary>
    private const string Filler = "default";

    public required string TraceId { get; init; }

    public required string? SessionId { get; init; }

    public required string Scorer { get; init; }

    public required string Name { get; init; }

    /// <summary>A bool, a string, a <see cref="BigInteger"/> or a double; null beside an error.</summary>
    public required object? Value { get; init; }

    public required string? Rationale { get; init; }

    public required string? ErrorCode { get; init; }

    /// <summary>Null in an expected record when any message will do.</summary>
    public required string? ErrorMessage { get; init; }

    public required string Source { get; init; }

    /// <summary>The script's own entries as <c>key=value</c>, in ordinal order.</summary>
    public required IReadOnlyList<string> Metadata { get; init; }

    /// <summary>What both sides are matched by.</summary>
    public string Key => $"{TraceId} {SessionId ?? "-"} {Scorer} {Name}";

    public static AssessmentRecord Expected(JsonElement record)
    {
        var scorer = record.GetProperty("scorer").GetString() ?? "";
        var sourceId = record.GetProperty("source_id").GetString() ?? "";

        return new()
        {
            TraceId = record.GetProperty("trace_id").GetString() ?? "",
            SessionId = record.TryGetProperty("session_id", out var session) ? session.GetString() : null,
            Scorer = scorer,
            Name = record.GetProperty("name").GetString() ?? "",
            Value = ValueOf(record.GetProperty("value")),
            Rationale = record.GetProperty("rationale").GetString(),
            ErrorCode = record.GetProperty("error_code").GetString(),
            ErrorMessage = record.GetProperty("error_message").GetString(),
            Source = $"{record.GetProperty("source_type").GetString()} {(sourceId == Filler ? scorer : sourceId)}",
            Metadata = Entries(record.GetProperty("metadata").EnumerateObject().Select(p => (p.Name, p.Value.GetString()))),
        };
    }

    public static AssessmentRecord Actual(Outcome outcome, Feedback feedback) => new()
    {
        TraceId = outcome.TraceId,
        SessionId = outcome.SessionId,
        Scorer = outcome.Scorer,
        Name = feedback.Name ?? "",
        Value = feedback.Value is { } value ? ValueOf(value) : null,
        Rationale = feedback.Rationale,
        ErrorCode = feedback.Error?.Code,
        ErrorMessage = feedback.Error?.Message,
        Source = $"{SourceType(feedback.Source?.Type)} {feedback.Source?.Id}",
        Metadata = Entries(feedback.Metadata.Where(m => !IsTheHosts(m.Key)).Select(m => (m.Key, (string?)m.Value))),
    };

    private static object? ValueOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => value.GetString(),
        _ when BigInteger.TryParse(value.GetRawText(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => whole,
        _ => value.GetDouble(),
    };

    private static object? ValueOf(FeedbackValue value) => value.Kind switch
    {
        FeedbackValueKind.Boolean => value.Boolean,
        FeedbackValueKind.Text => value.Text,
        FeedbackValueKind.Integer => new BigInteger(value.Integer),
        _ => value.Number,
    };

    private static string SourceType(AssessmentSourceType? type) => type switch
    {
        AssessmentSourceType.Human => "HUMAN",
        AssessmentSourceType.LlmJudge => "LLM_JUDGE",
        AssessmentSourceType.Code => "CODE",
        _ => "none",
    };

    private static bool IsTheHosts(string key) =>
        key.StartsWith("mlflow.assessment.", StringComparison.Ordinal) || key.StartsWith("mlflow.trace.session", StringComparison.Ordinal);

    private static IReadOnlyList<string> Entries(IEnumerable<(string Key, string? Value)> metadata) =>
        [.. metadata.Select(m => $"{m.Key}={m.Value}").Order(StringComparer.Ordinal)];
}
