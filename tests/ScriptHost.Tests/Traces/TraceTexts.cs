namespace ScriptHost.Traces;

/// <summary>
/// One small trace in each shape that traces are found in. Unless a text says otherwise it is trace <see cref="Id"/>, at 08:00 UTC on
/// 2026-11-21 for 88 ms, in session <c>s-1</c>, whose root <c>agent</c> asks <c>{"question":"hi"}</c> and answers <c>hello</c>, with
/// a tool span <c>lookup</c> below it.
/// </summary>
internal static class TraceTexts
{
    /// <summary>The trace's id; 2.x has no prefix, see <see cref="V2Id"/>.</summary>
    public const string Id = "tr-0af7651916cd43dd8448eb211c80319c";

    /// <summary>The id of the traces of MLflow 2.x, which is not the OpenTelemetry one.</summary>
    public const string V2Id = "2e72d64369624e6888324462b62dc120";

    /// <summary>The root span's id as scripts see it.</summary>
    public const string RootId = "b7ad6b7169203331";

    /// <summary>The tool span's id as scripts see it.</summary>
    public const string ToolId = "00f067aa0ba902b7";

    /// <summary>When the root span begins; above 2^53, and not a multiple of what a double can hold there.</summary>
    public const long Start = 1795248000000000123;

    /// <summary>When the root span ends.</summary>
    public const long End = 1795248000088000457;

    /// <summary>The info of schema 3, complete.</summary>
    public const string Info = """
        {"trace_id":"tr-0af7651916cd43dd8448eb211c80319c","client_request_id":"c-1",
        "trace_location":{"type":"MLFLOW_EXPERIMENT","mlflow_experiment":{"experiment_id":"1"}},
        "request_time":"2026-11-21T08:00:00.000Z","state":"OK",
        "trace_metadata":{"mlflow.trace_schema.version":"3","mlflow.trace.session":"s-1","mlflow.trace.user":"u-1",
        "mlflow.trace.tokenUsage":"{\"input_tokens\": 5, \"output_tokens\": 2, \"total_tokens\": 7}"},
        "assessments":[
        {"assessment_id":"a-1","assessment_name":"expected_response","trace_id":"tr-0af7651916cd43dd8448eb211c80319c",
        "source":{"source_type":"HUMAN","source_id":"u-2"},"create_time":"2026-11-21T09:00:00.000Z","expectation":{"value":"hello"},"valid":true},
        {"assessment_id":"a-2","assessment_name":"expected_facts","trace_id":"tr-0af7651916cd43dd8448eb211c80319c",
        "source":{"source_type":"HUMAN","source_id":"u-2"},"create_time":"2026-11-21T09:00:00.000Z",
        "expectation":{"serialized_value":{"serialization_format":"JSON_FORMAT","value":"[\"polite\"]"}},"valid":true},
        {"assessment_id":"a-3","assessment_name":"thumbs","trace_id":"tr-0af7651916cd43dd8448eb211c80319c",
        "source":{"source_type":"HUMAN","source_id":"u-1"},"create_time":"2026-11-21T09:00:00.000Z","feedback":{"value":true},"rationale":"quick","valid":true}],
        "tags":{"mlflow.traceName":"agent","env":"prod"},
        "request_preview":"{\"question\": \"hi\"}","response_preview":"\"hello\"","execution_duration_ms":88}
        """;

    /// <summary>The root span of schema 3: base64 ids, attributes that are JSON texts.</summary>
    public const string Root = """
        {"trace_id":"CvdlGRbNQ92ESOshHIAxnA==","span_id":"t61rcWkgMzE=","parent_span_id":null,"name":"agent",
        "start_time_unix_nano":1795248000000000123,"end_time_unix_nano":1795248000088000457,
        "events":[],"status":{"code":"STATUS_CODE_OK","message":""},
        "attributes":{"mlflow.traceRequestId":"\"tr-0af7651916cd43dd8448eb211c80319c\"","mlflow.spanType":"\"AGENT\"",
        "mlflow.spanInputs":"{\"question\": \"hi\"}","mlflow.spanOutputs":"\"hello\""}}
        """;

    /// <summary>The tool span, a child of <see cref="Root"/>, which failed and says so in an event.</summary>
    public const string Tool = """
        {"trace_id":"CvdlGRbNQ92ESOshHIAxnA==","span_id":"APBnqgupArc=","parent_span_id":"t61rcWkgMzE=","name":"lookup",
        "start_time_unix_nano":1795248000010000001,"end_time_unix_nano":1795248000020000002,
        "events":[{"name":"exception","time_unix_nano":1795248000019000000,
        "attributes":{"exception.type":"KeyError","exception.message":"'F-1'","exception.stacktrace":"Traceback"}}],
        "status":{"code":"STATUS_CODE_ERROR","message":"KeyError: 'F-1'"},
        "attributes":{"mlflow.traceRequestId":"\"tr-0af7651916cd43dd8448eb211c80319c\"","mlflow.spanType":"\"TOOL\"","mlflow.spanInputs":"{\"order_id\": \"F-1\"}"}}
        """;

    /// <summary>What MLflow 3.x writes.</summary>
    public static string V3 => Trace(Info, Root, Tool);

    /// <summary>The same over many lines, as a file with one trace has it.</summary>
    public static string V3Indented => System.Text.Json.Nodes.JsonNode.Parse(V3)?.ToJsonString(new() { WriteIndented = true }) ?? "";

    /// <summary>The data before the info: members have no order.</summary>
    public static string DataBeforeInfo => Line($$$"""{"data":{"spans":[{{{Root}}},{{{Tool}}}]},"info":{{{Info}}}}""");

    /// <summary>Ids in hexadecimal, the trace's with its prefix, and status codes without one: 3.5.0 alone.</summary>
    public static string V3HexIds => Trace(Info, Hex(Root), Hex(Tool));

    /// <summary>3.0 to 3.4: a <c>trace_state</c>, and a root whose parent is an empty text.</summary>
    public static string V3EmptyParent => Trace(
        Info, Root.Replace("\"parent_span_id\":null", "\"trace_state\":\"\",\"parent_span_id\":\"\"", StringComparison.Ordinal), Tool);

    /// <summary>3.0 to 3.4: a root without the member <c>parent_span_id</c>.</summary>
    public static string V3NoParentMember => Trace(Info, Root.Replace("\"parent_span_id\":null,", "", StringComparison.Ordinal), Tool);

    /// <summary>Children before their parents, as a database hands them out.</summary>
    public static string ChildrenFirst => Trace(Info, Tool, Root);

    /// <summary>No root: the parent of the only span is not in the trace. It has no inputs and no outputs.</summary>
    public static string NoRoot => Trace(Info, Tool);

    /// <summary>No span at all, as a search without spans writes it.</summary>
    public static string NoSpans => Trace(Info);

    /// <summary>Two roots; the first in the file, <c>first</c>, is the trace's.</summary>
    public static string TwoRoots => Trace(
        Info,
        Root.Replace("\"agent\"", "\"first\"", StringComparison.Ordinal).Replace("t61rcWkgMzE=", "EREREREREQ0=", StringComparison.Ordinal),
        Root,
        Tool);

    /// <summary>A session id in quotes of its own, as OTLP ingestion writes it; the session is still <c>s-1</c>.</summary>
    public static string QuotedSession => Trace(Info.Replace("\"s-1\"", "\"\\\"s-1\\\"\"", StringComparison.Ordinal), Root, Tool);

    /// <summary>A session id that only looks quoted, <c>"s-1</c>: it stays as it is.</summary>
    public static string HalfQuotedSession => Trace(Info.Replace("\"s-1\"", "\"\\\"s-1\"", StringComparison.Ordinal), Root, Tool);

    /// <summary>Times as texts, as protobuf's JSON writes 64-bit numbers.</summary>
    public static string TimesAsStrings => Trace(
        Info,
        Root.Replace($":{Start},", $":\"{Start}\",", StringComparison.Ordinal).Replace($":{End},", $":\"{End}\",", StringComparison.Ordinal),
        Tool);

    /// <summary>Neither trace_metadata nor tags nor assessments nor previews: protobuf's JSON leaves empty maps out. No session.</summary>
    public static string BareInfo => Trace(
        """
        {"trace_id":"tr-0af7651916cd43dd8448eb211c80319c","trace_location":{"type":"MLFLOW_EXPERIMENT","mlflow_experiment":{"experiment_id":"1"}},
        "request_time":"2026-11-21T08:00:00Z","execution_duration_ms":88,"state":"OK"}
        """,
        Root,
        Tool);

    /// <summary>The duration as protobuf has it, <c>0.088s</c>, and the time to the nanosecond: the REST API.</summary>
    public static string ProtoDuration => Trace(
        Info.Replace("\"execution_duration_ms\":88", "\"execution_duration\":\"0.088s\"", StringComparison.Ordinal)
            .Replace("08:00:00.000Z", "08:00:00.000000123Z", StringComparison.Ordinal),
        Root,
        Tool);

    /// <summary>An info that states no duration; the root span's times give 88 ms.</summary>
    public static string NoDuration => Trace(Info.Replace(",\"execution_duration_ms\":88", "", StringComparison.Ordinal), Root, Tool);

    /// <summary>Status codes without prefix.</summary>
    public static string BareStatusCodes => Trace(
        Info, Root.Replace("STATUS_CODE_", "", StringComparison.Ordinal), Tool.Replace("STATUS_CODE_", "", StringComparison.Ordinal));

    /// <summary>A span type that MLflow does not know, <c>MY_CUSTOM_TYPE</c>.</summary>
    public static string CustomType => Trace(Info, Root.Replace("AGENT", "MY_CUSTOM_TYPE", StringComparison.Ordinal), Tool);

    /// <summary>Attributes that are no JSON texts (plain text, a number, an object) beside some that are: they stand as they are.</summary>
    public static string PlainAttributes => Trace(
        Info,
        Root.Replace("\"mlflow.spanType\"", "\"plain\":\"not json\",\"number\":5,\"object\":{\"a\":1},\"digits\":\"123\",\"empty\":\"\",\"mlflow.spanType\"", StringComparison.Ordinal),
        Tool);

    /// <summary>A key that stands twice in the inputs: the last one, <c>last</c>, counts.</summary>
    public static string RepeatedKey => Trace(
        Info, Root.Replace("{\\\"question\\\": \\\"hi\\\"}", "{\\\"question\\\": \\\"hi\\\", \\\"question\\\": \\\"last\\\"}", StringComparison.Ordinal), Tool);

    /// <summary>A trace that a scorer made; it is not scored.</summary>
    public static string MadeByAScorer => Trace(
        Info.Replace("\"env\":\"prod\"", "\"mlflow.trace.sourceScorer\":\"tone\"", StringComparison.Ordinal), Root, Tool);

    /// <summary>An id of schema 4, which names its place.</summary>
    public static string V4Id => Trace(
        Info.Replace($"\"{Id}\"", "\"trace:/main.support/0af7651916cd43dd8448eb211c80319c\"", StringComparison.Ordinal), Root, Tool);

    /// <summary>A row of <c>search_traces</c>: the trace is a text in a column, the other columns repeat parts of it.</summary>
    public static string SearchTracesRow =>
        $$"""{"trace_id":"{{Id}}","trace":{{Quoted(V3)}},"client_request_id":"c-1","state":"OK","request_time":1795248000000,"execution_duration":88,"request":"{\"question\": \"hi\"}","response":"\"hello\"","trace_metadata":{},"tags":{},"spans":[],"assessments":[]}""";

    /// <summary>The artifact <c>traces.json</c>: the data alone. The id stands in the spans; there is no session.</summary>
    public static string DataOnly => Line($$"""{"spans":[{{Root}},{{Tool}}]}""");

    /// <summary>MLflow 2.14 to 2.22, ids with <c>0x</c>. Its trace is <see cref="V2Id"/>.</summary>
    public static string V2 => Line($$$"""
        {"info":{"request_id":"{{{V2Id}}}","experiment_id":"0","timestamp_ms":1795248000000,"execution_time_ms":88,"status":"OK",
        "request_metadata":{"mlflow.trace_schema.version":"2","mlflow.trace.session":"s-1","mlflow.traceInputs":"{\"question\": \"hi\"}","mlflow.traceOutputs":"\"hello\""},
        "tags":{"env":"prod"},"assessments":[]},"data":{{{V2Data}}}}
        """);

    /// <summary>The same with ids without <c>0x</c>.</summary>
    public static string V2BareIds => V2.Replace("\"0x", "\"", StringComparison.Ordinal);

    /// <summary>MLflow 2.x's artifact: spans, request and response, no info. Its trace is <see cref="V2Id"/>.</summary>
    public static string V2Data => Line($$$"""
        {"spans":[
        {"name":"agent","context":{"span_id":"0x{{{RootId}}}","trace_id":"0x0af7651916cd43dd8448eb211c80319c"},"parent_id":null,
        "start_time":{{{Start}}},"end_time":{{{End}}},"status_code":"OK","status_message":"",
        "attributes":{"mlflow.traceRequestId":"\"{{{V2Id}}}\"","mlflow.spanType":"\"AGENT\"","mlflow.spanInputs":"{\"question\": \"hi\"}","mlflow.spanOutputs":"\"hello\""},"events":[]},
        {"name":"lookup","context":{"span_id":"0x{{{ToolId}}}","trace_id":"0x0af7651916cd43dd8448eb211c80319c"},"parent_id":"0x{{{RootId}}}",
        "start_time":1795248000010000001,"end_time":1795248000020000002,"status_code":"ERROR","status_message":"KeyError: 'F-1'",
        "attributes":{"mlflow.traceRequestId":"\"{{{V2Id}}}\"","mlflow.spanType":"\"TOOL\"","mlflow.spanInputs":"{\"order_id\": \"F-1\"}"},
        "events":[{"name":"exception","timestamp":1795248000019000,"attributes":{"exception.type":"KeyError","exception.message":"'F-1'"}}]}],
        "request":"{\"question\": \"hi\"}","response":"\"hello\""}
        """);

    /// <summary>A request that had not ended: no duration, no outputs, a root span without an end.</summary>
    /// <param name="end">The JSON of the root's end: <c>null</c> or <c>0</c>; null leaves the member out.</param>
    public static string InProgress(string? end) => Trace(
        Info.Replace("\"OK\"", "\"IN_PROGRESS\"", StringComparison.Ordinal).Replace(",\"execution_duration_ms\":88", "", StringComparison.Ordinal),
        Root.Replace($"\"end_time_unix_nano\":{End},", end is null ? "" : $"\"end_time_unix_nano\":{end},", StringComparison.Ordinal)
            .Replace("STATUS_CODE_OK", "STATUS_CODE_UNSET", StringComparison.Ordinal)
            .Replace(",\"mlflow.spanOutputs\":\"\\\"hello\\\"\"", "", StringComparison.Ordinal));

    /// <summary><see cref="V3"/> with another id, session and answer.</summary>
    /// <param name="id">The trace's id.</param>
    /// <param name="session">The session's id.</param>
    /// <param name="outputs">The root span's outputs, as JSON.</param>
    public static string With(string id = Id, string session = "s-1", string outputs = "\"hello\"") => V3
        .Replace(Id, id, StringComparison.Ordinal)
        .Replace("\"s-1\"", $"\"{session}\"", StringComparison.Ordinal)
        .Replace("\"mlflow.spanOutputs\":\"\\\"hello\\\"\"", $"\"mlflow.spanOutputs\":{Quoted(outputs)}", StringComparison.Ordinal);

    /// <summary>A trace of an info and spans, on one line.</summary>
    /// <param name="info">The info, as JSON.</param>
    /// <param name="spans">The spans, as JSON, in file order.</param>
    public static string Trace(string info, params string[] spans) =>
        Line($$$"""{"info":{{{info}}},"data":{"spans":[{{{string.Join(',', spans)}}}]}}""");

    private static string Hex(string span) => span
        .Replace("CvdlGRbNQ92ESOshHIAxnA==", Id, StringComparison.Ordinal)
        .Replace("t61rcWkgMzE=", RootId, StringComparison.Ordinal)
        .Replace("APBnqgupArc=", ToolId, StringComparison.Ordinal)
        .Replace("STATUS_CODE_", "", StringComparison.Ordinal);

    private static string Line(string text) => text.ReplaceLineEndings("");

    private static string Quoted(string text) => System.Text.Json.JsonSerializer.Serialize(text);
}
