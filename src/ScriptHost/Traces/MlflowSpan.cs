using System.Text.Json;
using ScriptHost.Contract;

namespace ScriptHost.Traces;

/// <summary>A span of schema 3 or 2, decoded as far as it is asked for.</summary>
/// <param name="json">The trace.</param>
/// <param name="index">Where its parts stand, checked.</param>
internal sealed class MlflowSpan(ReadOnlyMemory<byte> json, SpanIndex index) : SpanContent
{
    private long? startTime;
    private (bool IsRead, long? Time) endTime;
    private LazyTexts? attributes;
    private JsonText? inputs;
    private JsonText? outputs;
    private IReadOnlyList<EventContent>? events;

    /// <inheritdoc/>
    public override string Id => field ??= SpanId.Normalize(index.Id.Text(json) ?? "");

    /// <inheritdoc/>
    public override string? ParentId => index.IsRoot ? null : field ??= SpanId.Normalize(index.Parent.Text(json) ?? "");

    /// <inheritdoc/>
    public override string Name => field ??= index.Name.Text(json) ?? "";

    /// <inheritdoc/>
    public override string? Type => field ??= SpanTypeText.Decode(index.Type.In(json));

    /// <inheritdoc/>
    public override SpanStatus Status => index.StatusCode.Text(json) switch
    {
        "STATUS_CODE_OK" or "OK" or "1" => SpanStatus.Ok,
        "STATUS_CODE_ERROR" or "ERROR" or "2" => SpanStatus.Error,
        _ => SpanStatus.Unset,
    };

    /// <inheritdoc/>
    public override string? StatusMessage => index.StatusMessage.Text(json) is { Length: > 0 } message ? message : null;

    /// <inheritdoc/>
    public override JsonText Inputs => inputs ??= AttributeText.Decode(index.Inputs.In(json));

    /// <inheritdoc/>
    public override JsonText Outputs => outputs ??= AttributeText.Decode(index.Outputs.In(json));

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, JsonText> Attributes => Texts;

    /// <inheritdoc/>
    public override IReadOnlyList<EventContent> Events => events ??= ReadEvents();

    /// <inheritdoc/>
    public override long StartTimeUnixNano => startTime ??= index.StartTime(json) ?? 0;

    /// <inheritdoc/>
    public override long? EndTimeUnixNano => (endTime.IsRead ? endTime : endTime = (true, index.EndTime(json))).Time;

    private LazyTexts Texts => attributes ??= new(json, index.Attributes, AttributeText.Decode);

    /// <summary>A decoded attribute; absent when the span has none of that name.</summary>
    public JsonText Attribute(string name) => Texts.TryGetValue(name, out var text) ? text : default;

    private IReadOnlyList<EventContent> ReadEvents()
    {
        if (index.Events.In(json) is { IsNothing: true } or { Utf8.Span: [(byte)'[', (byte)']'] })
        {
            return [];
        }

        using var document = JsonDocument.Parse(index.Events.In(json).Utf8, new JsonDocumentOptions { MaxDepth = JsonText.MaxDepth });

        return Array.AsReadOnly(document.RootElement.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.Object).Select(Read).ToArray());
    }

    private static EventContent Read(JsonElement item)
    {
        var name = item.TryGetProperty("name", out var named) ? named.ToString() : "";
        var time = item.TryGetProperty("time_unix_nano", out var at) || item.TryGetProperty("timestamp", out at)
            ? long.TryParse(at.ToString(), out var nanoseconds) ? nanoseconds : 0
            : 0;
        var facts = new Dictionary<string, JsonText>(StringComparer.Ordinal);
        if (item.TryGetProperty("attributes", out var attributes) && attributes.ValueKind == JsonValueKind.Object)
        {
            foreach (var fact in attributes.EnumerateObject())
            {
                facts[fact.Name] = Raw(fact.Value);
            }
        }

        return new(name, time, facts.AsReadOnly());
    }

    private static JsonText Raw(JsonElement element) => new(System.Text.Encoding.UTF8.GetBytes(element.GetRawText()));
}
