using System.Text.Encodings.Web;
using System.Text.Json;

namespace ScriptHost.Benchmarks.Corpora;

/// <summary>Writes the spans of one trace.</summary>
/// <param name="json">Where to.</param>
/// <param name="trace">The trace's id.</param>
/// <param name="random">What ids and times are drawn with.</param>
/// <param name="words">What texts are cut from.</param>
/// <param name="scale">How much longer texts are than those of a small trace.</param>
/// <param name="start">When the trace began, in nanoseconds since 1970.</param>
internal sealed class SpanWriter(Utf8JsonWriter json, byte[] trace, Random random, WordSea words, double scale, long start)
{
    /// <summary>What a tool's span has beside its texts, in bytes; measured.</summary>
    public const double FrameBytes = 460;

    /// <summary>What the texts of a tool's span of scale 1 come to, in bytes.</summary>
    public const double TextBytes = 485;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The id as MLflow shows it.</summary>
    public static string TraceId(byte[] id) => "tr-" + Convert.ToHexStringLower(id);

    /// <summary>Some words.</summary>
    /// <param name="letters">How many letters a small trace has there.</param>
    public string Text(int letters) => words.Text((int)(letters * scale));

    /// <summary>Writes an agent's request.</summary>
    /// <param name="answer">What it answered.</param>
    /// <param name="steps">How many tools it called, two at least.</param>
    /// <param name="number">The trace's place in the corpus.</param>
    public void WriteAgent(string answer, int steps, int number)
    {
        var agent = Id();
        var order = random.Next(1, 9);
        Write(agent, null, "agent", "AGENT", $$"""{"question":{{Quoted(Text(60))}}}""", Quoted(answer));
        Write(Id(), agent, "retrieve", "RETRIEVER", $$"""{"query":{{Quoted(Text(40))}}}""", $"[{Chunk(0)},{Chunk(1)}]");
        Write(Id(), agent, "lookup_order", "TOOL", $$"""{"id":{{order}}}""", """{"ok":true}""", hasFailed: number % 10 == 0);
        Write(Id(), agent, "lookup_order", "TOOL", $$"""{"id":{{order + (number % 2)}}}""", """{"ok":true}""");
        for (var step = 2; step < steps; step++)
        {
            Write(Id(), agent, "search", "TOOL", $$"""{"text":{{Quoted(Text(50))}}}""", $$"""{"found":{{Quoted(Text(350))}}}""");
        }

        Write(
            Id(),
            agent,
            "chat",
            "CHAT_MODEL",
            $$"""{"messages":[{"role":"user","content":{{Quoted(Text(140) + " 👍")}}}]}""",
            $$$"""{"choices":[{"message":{"role":"assistant","content":{{{Quoted(answer)}}}}}]}""");
    }

    private void Write(byte[] id, byte[]? parent, string name, string type, string inputs, string outputs, bool hasFailed = false)
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

    private string Chunk(int number) => $$$"""{"page_content":{{{Quoted(Text(160))}}},"metadata":{"doc_uri":"p{{{number}}}"}}""";

    private byte[] Id()
    {
        var id = new byte[8];
        random.NextBytes(id);

        return id;
    }

    // JSON text, which stands once more as a JSON string in its attribute.
    private static string Quoted(string text) => JsonSerializer.Serialize(text, Plain);
}
