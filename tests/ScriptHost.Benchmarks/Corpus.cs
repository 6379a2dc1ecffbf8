using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ScriptHost.Benchmarks;

/// <summary>
/// Writes traces of schema 3 as MLflow does, one a line, about 4 KB each, the same for the same count: an agent with a retriever, tools
/// and a chat model below it; conversations of four turns; some with failed tools, expectations, and letters that are escaped.
/// </summary>
internal sealed class Corpus
{
    /// <summary>Changes with what is written.</summary>
    public const int Version = 1;

    private const int Seed = 7;

    private static readonly string[] Words =
        ("the order was shipped and your refund of 20 EUR is on its way please see policy for details about tents boots rain jackets "
        + "größe Straße naïve 東京 → “quoted”").Split(' ');

    private static readonly JsonWriterOptions Escaping = new() { SkipValidation = true };

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly Random random = new(Seed);
    private readonly ArrayBufferWriter<byte> line = new(1 << 14);
    private readonly ArrayBufferWriter<byte> inner = new(1 << 12);

    /// <summary>Writes a file.</summary>
    public static void Write(string path, int count)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20);
        var corpus = new Corpus();
        for (var i = 0; i < count; i++)
        {
            corpus.line.ResetWrittenCount();
            corpus.Trace(i);
            file.Write(corpus.line.WrittenSpan);
            file.WriteByte((byte)'\n');
        }
    }

    private void Trace(int number)
    {
        // Producers differ: some escape whatever is not ASCII.
        using var json = new Utf8JsonWriter(line, number % 3 == 0 ? Escaping : Plain);
        var id = Hex(16);
        var answer = Text(30) + (number % 2 == 0 ? " [source: p1]." : ".");
        json.WriteStartObject();
        json.WriteStartObject("info");
        Info(json, number, id, answer);
        json.WriteEndObject();
        json.WriteStartObject("data");
        json.WriteStartArray("spans");
        var (agent, start) = (Hex(8), 1_795_301_573_000_000_000 + (number * 1_000_000L));
        var hasFailed = number % 10 == 0;
        var order = random.Next(1, 9);
        Span(json, id, agent, null, "agent", "AGENT", start, $$"""{"question":{{Quoted(Text(12))}}}""", Quoted(answer));
        Span(json, id, Hex(8), agent, "retrieve", "RETRIEVER", start + 1000, $$"""{"query":{{Quoted(Text(8))}}}""", $"[{Chunk(0)},{Chunk(1)}]");
        Span(json, id, Hex(8), agent, "lookup_order", "TOOL", start + 2000, $$"""{"id":{{order}}}""", """{"ok":true}""", hasFailed);
        Span(json, id, Hex(8), agent, "lookup_order", "TOOL", start + 3000, $$"""{"id":{{order + (number % 2)}}}""", """{"ok":true}""");
        Span(
            json,
            id,
            Hex(8),
            agent,
            "chat",
            "CHAT_MODEL",
            start + 4000,
            $$"""{"messages":[{"role":"user","content":{{Quoted(Text(25))}}}]}""",
            $$$"""{"choices":[{"message":{"role":"assistant","content":{{{Quoted(answer)}}}}}]}""");
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Info(Utf8JsonWriter json, int number, byte[] id, string answer)
    {
        json.WriteString("trace_id", TraceId(id));
        json.WriteStartObject("trace_location");
        json.WriteString("type", "MLFLOW_EXPERIMENT");
        json.WriteStartObject("mlflow_experiment");
        json.WriteString("experiment_id", "1");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteString("request_time", new DateTime(2026, 11, 21, 8, 0, 0).AddMilliseconds(number * 37L).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        json.WriteNumber("execution_duration_ms", 80 + (number % 40));
        json.WriteString("state", "OK");
        json.WriteStartObject("trace_metadata");
        json.WriteString("mlflow.trace_schema.version", "3");
        json.WriteString("mlflow.trace.session", $"session-{number / 4}");
        json.WriteString("mlflow.trace.user", $"user-{number % 500}");
        json.WriteString("mlflow.trace.tokenUsage", """{"input_tokens": 412, "output_tokens": 57, "total_tokens": 469}""");
        json.WriteEndObject();
        json.WriteStartObject("tags");
        json.WriteString("mlflow.traceName", "agent");
        json.WriteString("env", number % 5 == 0 ? "test" : "prod");
        json.WriteEndObject();
        json.WriteStartArray("assessments");
        if (number % 10 == 3)
        {
            json.WriteStartObject();
            json.WriteString("assessment_name", "expected_response");
            json.WriteStartObject("expectation");
            json.WriteString("value", number % 20 == 3 ? answer : "Nothing of the kind.");
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void Span(
        Utf8JsonWriter json, byte[] trace, byte[] id, byte[]? parent, string name, string type, long start, string inputs, string outputs, bool hasFailed = false)
    {
        json.WriteStartObject();
        json.WriteString("trace_id", Convert.ToBase64String(trace));
        json.WriteString("span_id", Convert.ToBase64String(id));
        json.WriteString("parent_span_id", parent is null ? null : Convert.ToBase64String(parent));
        json.WriteString("name", name);
        json.WriteNumber("start_time_unix_nano", start);
        json.WriteNumber("end_time_unix_nano", start + random.Next(1_000_000, 1_000_000_000));
        json.WriteStartArray("events");
        json.WriteEndArray();
        json.WriteStartObject("status");
        json.WriteString("code", hasFailed ? "STATUS_CODE_ERROR" : "STATUS_CODE_OK");
        json.WriteString("message", hasFailed ? "The service did not answer." : "");
        json.WriteEndObject();
        json.WriteStartObject("attributes");
        json.WriteString("mlflow.traceRequestId", Quoted(TraceId(trace)));
        json.WriteString("mlflow.spanType", Quoted(type));
        json.WriteString("mlflow.spanInputs", inputs);
        json.WriteString("mlflow.spanOutputs", outputs);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string TraceId(byte[] id) => "tr-" + Convert.ToHexStringLower(id);

    private byte[] Hex(int bytes)
    {
        var id = new byte[bytes];
        random.NextBytes(id);

        return id;
    }

    private string Chunk(int number) => $$$"""{"page_content":{{{Quoted(Text(28))}}},"metadata":{"doc_uri":"p{{{number}}}"}}""";

    private string Text(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[random.Next(Words.Length)]));

    // JSON text, which stands once more as a JSON string in its attribute.
    private string Quoted(string text)
    {
        inner.ResetWrittenCount();
        using var json = new Utf8JsonWriter(inner, Plain);
        json.WriteStringValue(text);
        json.Flush();

        return Encoding.UTF8.GetString(inner.WrittenSpan);
    }
}
