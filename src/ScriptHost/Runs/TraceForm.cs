using System.Text.Json;
using ScriptHost.Contract;

namespace ScriptHost.Runs;

/// <summary>Which form a trace was written in, told from the keys of its document.</summary>
internal static class TraceForm
{
    private const string SchemaVersion = "mlflow.trace_schema.version";

    /// <summary>The form, for people.</summary>
    /// <param name="json">The document.</param>
    /// <param name="trace">What was read of it.</param>
    public static string Of(ReadOnlyMemory<byte> json, TraceContent trace)
    {
        var (keys, infoKeys) = Keys(json.Span);
        if (keys.Contains("resourceSpans"))
        {
            return "OpenTelemetry (OTLP)";
        }

        var version = trace.Metadata.GetValueOrDefault(SchemaVersion);
        var schema = (version, infoKeys) switch
        {
            ({ Length: > 0 }, _) => $"MLflow schema {version}",
            (_, _) when infoKeys.Contains("trace_id") => "MLflow schema 3",
            (_, _) when infoKeys.Contains("request_id") => "MLflow schema 2",
            _ when keys.Contains("spans") && !keys.Contains("info") => "MLflow artifact (spans only)",
            _ => "MLflow, schema not stated",
        };

        return keys.Contains("trace") && !keys.Contains("data") ? $"{schema}, row of search_traces" : schema;
    }

    private static (HashSet<string> Keys, HashSet<string> InfoKeys) Keys(ReadOnlySpan<byte> json)
    {
        HashSet<string> keys = new(StringComparer.Ordinal), infoKeys = new(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = JsonText.MaxDepth });
        var isInfo = false;
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName)
            {
                continue;
            }

            var name = reader.GetString() ?? "";
            if (reader.CurrentDepth == 1)
            {
                isInfo = name == "info";
                keys.Add(name);
            }
            else if (reader.CurrentDepth == 2 && isInfo)
            {
                infoKeys.Add(name);
            }

            if (!(reader.CurrentDepth == 1 && isInfo))
            {
                reader.Read();
                reader.TrySkip();
            }
        }

        return (keys, infoKeys);
    }
}
