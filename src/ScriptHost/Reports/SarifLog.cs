using System.Buffers;
using System.Reflection;
using System.Text;
using System.Text.Json;

namespace ScriptHost.Reports;

/// <summary>Writes diagnostics as SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), which code hosts show beside the code.</summary>
internal static class SarifLog
{
    /// <summary>The log, indented.</summary>
    public static string Of(IReadOnlyList<Diagnostic> diagnostics)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonFormat.Pretty))
        {
            var codes = diagnostics.Select(d => d.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
            json.WriteStartObject();
            json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            WriteTool(json, codes);

            // Diagnostic counts columns so, and SARIF wants to know.
            json.WriteString("columnKind", "utf16CodeUnits");
            json.WriteStartArray("results");
            foreach (var diagnostic in diagnostics)
            {
                Write(json, diagnostic, codes.IndexOf(diagnostic.Code));
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteTool(Utf8JsonWriter json, List<string> codes)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "ScriptHost");
        json.WriteString("version", typeof(SarifLog).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0");
        json.WriteStartArray("rules");
        foreach (var code in codes)
        {
            json.WriteStartObject();
            json.WriteString("id", code);
            json.WriteStartObject("shortDescription");
            json.WriteString("text", About(code));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string About(string code) => code switch
    {
        ['S', 'H', '1', ..] => "The gate: what scripts may use.",
        ['S', 'H', '2', ..] => "The convention: what a script has to look like.",
        ['S', 'H', '3', ..] => "Advice.",
        ['S', 'H', '4', ..] => "Presets, their locks and bundles.",
        _ => "The C# compiler.",
    };

    private static void Write(Utf8JsonWriter json, Diagnostic diagnostic, int rule)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", diagnostic.Code);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("level", diagnostic.Severity == Severity.Error ? "error" : "warning");
        json.WriteStartObject("message");
        json.WriteString("text", diagnostic.Message);
        json.WriteEndObject();
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", UriOf(diagnostic.Path));
        json.WriteEndObject();
        if (diagnostic.Line > 0)
        {
            json.WriteStartObject("region");
            json.WriteNumber("startLine", diagnostic.Line);
            if (diagnostic.Column > 0)
            {
                json.WriteNumber("startColumn", diagnostic.Column);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    // A relative path is a relative reference; its first part must not look like a scheme, which escaping the colon sees to.
    private static string UriOf(string path) => Path.IsPathFullyQualified(path)
        ? new Uri(path).AbsoluteUri
        : string.Join('/', path.Split('/', Path.DirectorySeparatorChar).Where(p => p != ".").Select(Uri.EscapeDataString));
}
