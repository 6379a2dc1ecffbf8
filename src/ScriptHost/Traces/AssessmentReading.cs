using System.Collections.ObjectModel;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ScriptHost.Contract;

namespace ScriptHost.Traces;

/// <summary>Reads the assessments that a trace carries, in MLflow's JSON (<c>mlflow/protos/assessments.proto</c>).</summary>
internal static class AssessmentReading
{
    /// <summary>The feedback and expectations, in file order; issues and what has no name are left out.</summary>
    public static IReadOnlyList<AssessmentContent> Of(JsonText list)
    {
        if (list.IsNothing || list.Utf8.Span is [(byte)'[', (byte)']'])
        {
            return [];
        }

        using var document = JsonDocument.Parse(list.Utf8, new JsonDocumentOptions { MaxDepth = JsonText.MaxDepth });

        return Array.AsReadOnly(document.RootElement.EnumerateArray().Select(Read).OfType<AssessmentContent>().ToArray());
    }

    /// <summary>What is expected, by name; of repeated names the last one counts.</summary>
    public static IReadOnlyDictionary<string, JsonText> Expectations(IReadOnlyList<AssessmentContent> assessments)
    {
        if (assessments.Count == 0)
        {
            return ReadOnlyDictionary<string, JsonText>.Empty;
        }

        var found = new Dictionary<string, JsonText>(StringComparer.Ordinal);
        foreach (var assessment in assessments.Where(a => a.IsExpectation))
        {
            found[assessment.Name] = assessment.Value;
        }

        return found.AsReadOnly();
    }

    private static AssessmentContent? Read(JsonElement assessment)
    {
        if (assessment.ValueKind != JsonValueKind.Object || Text(assessment, "assessment_name") is not { } name)
        {
            return null;
        }

        var isExpectation = Member(assessment, "expectation") is not null;
        if ((Member(assessment, "expectation") ?? Member(assessment, "feedback")) is not { ValueKind: JsonValueKind.Object } body)
        {
            return null;
        }

        return new()
        {
            Name = name,
            IsExpectation = isExpectation,
            Value = Value(body),
            Error = Member(body, "error") is { ValueKind: JsonValueKind.Object } error
                ? new(Text(error, "error_code") ?? "", Text(error, "error_message") ?? "", Text(error, "stack_trace"))
                : null,
            Rationale = Text(assessment, "rationale"),
            Source = Member(assessment, "source") is { ValueKind: JsonValueKind.Object } source
                ? new(SourceType(Text(source, "source_type")), Text(source, "source_id") ?? "default")
                : null,
            Metadata = Texts(Member(assessment, "metadata")),
            SpanId = Text(assessment, "span_id"),
            CreateTime = DateTimeOffset.TryParse(
                Text(assessment, "create_time"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null,
            IsValid = Member(assessment, "valid") is not { ValueKind: JsonValueKind.False },
        };
    }

    // Lists and objects that are expected stand as a JSON text.
    private static JsonText Value(JsonElement body)
    {
        if (Member(body, "value") is { } value)
        {
            return new(Encoding.UTF8.GetBytes(value.GetRawText()));
        }

        var serialized = Member(body, "serialized_value") is { ValueKind: JsonValueKind.Object } wrapped ? Text(wrapped, "value") : null;

        return serialized is null ? default : AttributeText.Decode(new(JsonSerializer.SerializeToUtf8Bytes(serialized)));
    }

    private static AssessmentSourceType SourceType(string? text) => text?.ToUpperInvariant() switch
    {
        "HUMAN" => AssessmentSourceType.Human,
        "LLM_JUDGE" or "AI_JUDGE" => AssessmentSourceType.LlmJudge,
        "CODE" => AssessmentSourceType.Code,
        _ => AssessmentSourceType.Unspecified,
    };

    private static IReadOnlyDictionary<string, string> Texts(JsonElement? members)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (members is { ValueKind: JsonValueKind.Object } found)
        {
            foreach (var member in found.EnumerateObject())
            {
                texts[member.Name] = member.Value.ToString();
            }
        }

        return texts.AsReadOnly();
    }

    private static JsonElement? Member(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static string? Text(JsonElement element, string name) => Member(element, name)?.ToString();
}
