using ScriptHost.Contract;

namespace ScriptHost.Runs;

/// <summary>
/// The identifiers of a filter, as MLflow names them (<c>SearchTraceUtils</c> in <c>mlflow/utils/search_utils.py</c>), with <c>state</c>,
/// <c>session_id</c>, <c>user_id</c> and <c>duration_ms</c> besides.
/// </summary>
internal static class FilterTargets
{
    private static readonly string[] AttributePrefixes = ["attributes", "attribute", "trace"];

    private static readonly string[] TagPrefixes = ["tags", "tag"];

    private static readonly string[] MetadataPrefixes = ["metadata", "request_metadata", "trace_metadata"];

    private static readonly string[] NeedDatabase = ["span", "spans", "feedback", "expectation", "expectations", "assessments", "issue"];

    private static readonly Dictionary<string, Func<string, FilterTarget>> Attributes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["state"] = name => new FilterTarget.Text(name, TraceStateName.All, State),
        ["status"] = name => new FilterTarget.Text(name, TraceStateName.All, State),
        ["session_id"] = name => new FilterTarget.Text(name, [], trace => trace.SessionId),
        ["user_id"] = name => new FilterTarget.Text(name, [], trace => trace.UserId),
        ["name"] = name => new FilterTarget.Text(name, [], trace => trace.Tags.GetValueOrDefault("mlflow.traceName")),
        ["run_id"] = name => new FilterTarget.Text(name, [], trace => trace.Metadata.GetValueOrDefault("mlflow.sourceRun")),
        ["trace_id"] = name => new FilterTarget.Text(name, [], trace => trace.Id),
        ["request_id"] = name => new FilterTarget.Text(name, [], trace => trace.Id),
        ["timestamp_ms"] = name => new FilterTarget.Number(name, IsTime: true, Time),
        ["timestamp"] = name => new FilterTarget.Number(name, IsTime: true, Time),
        ["request_time"] = name => new FilterTarget.Number(name, IsTime: true, Time),
        ["execution_time_ms"] = name => new FilterTarget.Number(name, IsTime: false, Duration),
        ["execution_time"] = name => new FilterTarget.Number(name, IsTime: false, Duration),
        ["duration_ms"] = name => new FilterTarget.Number(name, IsTime: false, Duration),
    };

    /// <summary>What an identifier means.</summary>
    /// <exception cref="FormatException">It means nothing; the message offers what is near.</exception>
    public static FilterTarget Of(FilterToken identifier)
    {
        var (prefix, key) = Split(identifier.Text);
        if (key is null || IsOneOf(prefix, AttributePrefixes))
        {
            return Attributes.TryGetValue(key ?? prefix, out var make) ? make(identifier.Text) : throw Unknown(identifier, key ?? prefix, Attributes.Keys);
        }

        if (key.Length == 0)
        {
            throw identifier.Fault($"'{identifier.Text}' lacks a key, such as {prefix}.env.");
        }

        return prefix switch
        {
            _ when IsOneOf(prefix, TagPrefixes) => new FilterTarget.Text(identifier.Text, [], trace => trace.Tags.GetValueOrDefault(key)),
            _ when IsOneOf(prefix, MetadataPrefixes) => new FilterTarget.Text(identifier.Text, [], trace => trace.Metadata.GetValueOrDefault(key)),
            _ when IsOneOf(prefix, NeedDatabase) => throw identifier.Fault($"'{identifier.Text}' cannot be filtered by; a filter sees a trace's attributes, tags and metadata only."),
            _ => throw Unknown(identifier, prefix, [.. TagPrefixes, .. MetadataPrefixes, .. AttributePrefixes]),
        };
    }

    private static (string Prefix, string? Key) Split(string identifier) =>
        identifier.IndexOf('.', StringComparison.Ordinal) is var dot and >= 0 ? (identifier[..dot], identifier[(dot + 1)..]) : (identifier, null);

    private static bool IsOneOf(string prefix, string[] prefixes) => prefixes.Contains(prefix, StringComparer.OrdinalIgnoreCase);

    private static FormatException Unknown(FilterToken identifier, string name, IEnumerable<string> known) =>
        identifier.Fault(Suggestion.For(name, known) is { } near
            ? $"'{identifier.Text}' is unknown. Did you mean '{near}'?"
            : $"'{identifier.Text}' is unknown; there are tags.KEY, metadata.KEY, {string.Join(", ", Attributes.Keys.Order(StringComparer.Ordinal))}.");

    private static string State(TraceContent trace) => TraceStateName.Of(trace.State);

    private static double? Time(TraceContent trace) => trace.RequestTime.ToUnixTimeMilliseconds();

    private static double? Duration(TraceContent trace) => trace.Duration?.TotalMilliseconds;
}
