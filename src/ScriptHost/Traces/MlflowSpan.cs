using System.Globalization;
using System.Text.Json;
using ScriptHost.Contract;

namespace ScriptHost.Traces;

/// <summary>A span of schema 3 or 2, decoded as far as it is asked for.</summary>
/// <param name="json">The trace.</param>
/// <param name="index">The trace's parts.</param>
/// <param name="at">Where in it the span is; checked.</param>
internal sealed class MlflowSpan(ReadOnlyMemory<byte> json, TraceIndex index, int at) : SpanContent
{
    private LazyTexts? attributes;
    private JsonText? inputs;
    private JsonText? outputs;
    private IReadOnlyList<EventContent>? events;

    /// <inheritdoc/>
    public override string Id => field ??= SpanId.Normalize(Parts.Id.Text(json) ?? "");

    /// <inheritdoc/>
    public override string? ParentId => Parts.IsRoot ? null : field ??= SpanId.Normalize(Parts.Parent.Text(json) ?? "");

    /// <inheritdoc/>
    public override string Name => field ??= ReadName(Parts.Name);

    /// <inheritdoc/>
    public override string? Type => field ??= ReadType(Parts.Type);

    /// <inheritdoc/>
    public override SpanStatus Status => Parts.StatusCode.Text(json) switch
    {
        "STATUS_CODE_OK" or "OK" or "1" => SpanStatus.Ok,
        "STATUS_CODE_ERROR" or "ERROR" or "2" => SpanStatus.Error,
        _ => SpanStatus.Unset,
    };

    /// <inheritdoc/>
    public override string? StatusMessage => Parts.StatusMessage.Text(json) is { Length: > 0 } message ? message : null;

    /// <inheritdoc/>
    public override JsonText Inputs => inputs ??= AttributeText.Decode(Parts.Inputs.In(json));

    /// <inheritdoc/>
    public override JsonText Outputs => outputs ??= AttributeText.Decode(Parts.Outputs.In(json));

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, JsonText> Attributes => Texts;

    /// <inheritdoc/>
    public override IReadOnlyList<EventContent> Events => events ??= ReadEvents();

    /// <inheritdoc/>
    public override long StartTimeUnixNano => Parts.StartTime(json) ?? 0;

    /// <inheritdoc/>
    public override long? EndTimeUnixNano => Parts.EndTime(json);

    private ref SpanIndex Parts => ref index.Spans[at];

    private LazyTexts Texts => attributes ??= new(json, Parts.Attributes, AttributeText.Decode);

    /// <summary>A decoded attribute; absent when the span has none of that name.</summary>
    public JsonText Attribute(string name) => Texts.TryGetValue(name, out var text) ? text : default;

    private string ReadName(JsonRange name)
    {
        var raw = json.Span.Slice(name.Start, name.Length);

        return (RecentTexts.Names.TryFind(raw, out var text) ? text : RecentTexts.Names.Keep(raw, name.Text(json))) ?? "";
    }

    private string? ReadType(JsonRange type)
    {
        var raw = json.Span.Slice(type.Start, type.Length);

        return RecentTexts.Types.TryFind(raw, out var text) ? text : RecentTexts.Types.Keep(raw, SpanTypeText.Decode(type.In(json)));
    }

    private IReadOnlyList<EventContent> ReadEvents()
    {
        if (Parts.Events.In(json) is { IsNothing: true } or { Utf8.Span: [(byte)'[', (byte)']'] })
        {
            return [];
        }

        using var document = JsonDocument.Parse(Parts.Events.In(json).Utf8, new JsonDocumentOptions { MaxDepth = JsonText.MaxDepth });

        return Array.AsReadOnly(document.RootElement.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.Object).Select(Read).ToArray());
    }

    private static EventContent Read(JsonElement item)
    {
        var name = item.TryGetProperty("name", out var named) ? named.ToString() : "";
        var time = item.TryGetProperty("time_unix_nano", out var at) || item.TryGetProperty("timestamp", out at)
            ? long.TryParse(at.ToString(), CultureInfo.InvariantCulture, out var nanoseconds) ? nanoseconds : 0
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
