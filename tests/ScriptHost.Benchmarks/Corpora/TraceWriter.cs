using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ScriptHost.Benchmarks.Corpora;

/// <summary>
/// Writes traces as MLflow does: an agent with a retriever, tools and a chat model below it; conversations of four turns; some with failed
/// tools, expectations, and letters that are escaped. Attributes are JSON texts inside JSON strings.
/// </summary>
/// <param name="shape">How large they are.</param>
internal sealed class TraceWriter(CorpusShape shape)
{
    private const int Seed = 7;

    // What a trace of this shape has beside its texts, and what the texts of one of scale 1 come to; measured.
    private const double FrameBytes = 3_090;
    private const double TextBytes = 1_143;
    private const double BytesOfSmall = 3_700;

    // A large trace has more steps, not only longer ones.
    private const double BytesAStep = 25_000;
    private const int MostSteps = 30;

    private static readonly JsonWriterOptions Escaping = new() { SkipValidation = true };

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly Random random = new(Seed);
    private readonly WordSea words = new(new(Seed));
    private readonly ArrayBufferWriter<byte> line = new(1 << 14);

    /// <summary>A trace; good until the next is written.</summary>
    /// <param name="number">Its place in the corpus, from 0.</param>
    public ReadOnlySpan<byte> Write(int number)
    {
        line.ResetWrittenCount();
        // Producers differ: some escape whatever is not ASCII.
        using var json = new Utf8JsonWriter(line, number % 3 == 0 ? Escaping : Plain);
        var id = Bytes(16);
        var size = shape == CorpusShape.Small ? BytesOfSmall : TraceSizes.Next(random);
        var steps = 2 + (int)Math.Min(MostSteps, size / BytesAStep);
        var scale = (size - FrameBytes - ((steps - 2) * SpanWriter.FrameBytes)) / (TextBytes + ((steps - 2) * SpanWriter.TextBytes));
        var texts = new SpanWriter(json, id, random, words, Math.Max(0.1, scale), 1_795_301_573_000_000_000 + (number * 1_000_000L));
        var answer = texts.Text(180) + (number % 2 == 0 ? " [source: p1]." : ".");
        json.WriteStartObject();
        json.WriteStartObject("info");
        Info(json, number, id, answer);
        json.WriteEndObject();
        json.WriteStartObject("data");
        json.WriteStartArray("spans");
        texts.WriteAgent(answer, steps, number);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();

        return line.WrittenSpan;
    }

    private static void Info(Utf8JsonWriter json, int number, byte[] id, string answer)
    {
        json.WriteString("trace_id", SpanWriter.TraceId(id));
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

    private byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);

        return bytes;
    }
}
