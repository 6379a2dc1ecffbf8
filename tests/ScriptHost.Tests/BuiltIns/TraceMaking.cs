using System.Text;
using System.Text.Json.Nodes;
using ScriptHost.Contract;
using ScriptHost.Traces;

namespace ScriptHost.BuiltIns;

/// <summary>Makes traces as MLflow 3 writes them: a root span <c>agent</c>, with steps below it.</summary>
internal sealed class TraceMaking
{
    private const long Start = 1795248000000000000;

    private readonly JsonArray spans = [];
    private readonly JsonArray assessments = [];
    private readonly JsonObject metadata = new() { ["mlflow.trace_schema.version"] = "3" };

    public string State { get; init; } = "OK";

    public string RequestTime { get; init; } = "2026-11-21T08:00:00.000Z";

    /// <summary>JSON texts; null when there are none.</summary>
    public string? Inputs { get; init; }

    public string? Outputs { get; init; }

    /// <summary>Null when neither the trace nor its root says when it ended.</summary>
    public long? DurationMs { get; init; } = 1000;

    public TraceMaking Expecting(string name, string json)
    {
        assessments.Add(new JsonObject
        {
            ["assessment_id"] = $"a-{name}",
            ["assessment_name"] = name,
            ["source"] = new JsonObject { ["source_type"] = "HUMAN", ["source_id"] = "u-1" },
            ["create_time"] = "2026-11-21T09:00:00.000Z",
            ["expectation"] = new JsonObject { ["serialized_value"] = new JsonObject { ["serialization_format"] = "JSON_FORMAT", ["value"] = json } },
            ["valid"] = true,
        });

        return this;
    }

    public TraceMaking Stating(string name, string json)
    {
        metadata[name] = json;

        return this;
    }

    /// <summary>A step of the root; later ones begin later.</summary>
    public TraceMaking With(string type, string name, string? inputs = null, string? outputs = null, string? error = null)
    {
        spans.Add(Span(name, type, $"{spans.Count + 2:x16}", parent: $"{1:x16}", spans.Count, Start + 1_000_000, inputs, outputs, error));

        return this;
    }

    public TraceContent Make()
    {
        var root = Span("agent", "AGENT", $"{1:x16}", null, -1, DurationMs is { } ms ? Start + (ms * 1_000_000) : null, Inputs, Outputs, State == "ERROR" ? "It failed." : null);
        var info = new JsonObject
        {
            ["trace_id"] = "tr-1",
            ["request_time"] = RequestTime,
            ["state"] = State,
            ["trace_metadata"] = metadata,
            ["assessments"] = assessments,
            ["tags"] = new JsonObject(),
        };
        if (DurationMs is { } duration)
        {
            info["execution_duration_ms"] = duration;
        }

        var trace = new JsonObject { ["info"] = info, ["data"] = new JsonObject { ["spans"] = new JsonArray([root, .. spans.Select(s => s?.DeepClone())]) } };

        return MlflowTrace.Parse(Encoding.UTF8.GetBytes(trace.ToJsonString()));
    }

    private static JsonObject Span(
        string name, string type, string id, string? parent, int index, long? end, string? inputs, string? outputs, string? error)
    {
        var attributes = new JsonObject { ["mlflow.spanType"] = $"\"{type}\"" };
        if (inputs is not null)
        {
            attributes["mlflow.spanInputs"] = inputs;
        }

        if (outputs is not null)
        {
            attributes["mlflow.spanOutputs"] = outputs;
        }

        return new()
        {
            ["trace_id"] = "CvdlGRbNQ92ESOshHIAxnA==",
            ["span_id"] = id,
            ["parent_span_id"] = parent,
            ["name"] = name,
            ["start_time_unix_nano"] = Start + index + 1,
            ["end_time_unix_nano"] = end,
            ["events"] = new JsonArray(),
            ["status"] = new JsonObject { ["code"] = error is null ? "STATUS_CODE_OK" : "STATUS_CODE_ERROR", ["message"] = error ?? "" },
            ["attributes"] = attributes,
        };
    }
}
