using System.Text.Json;
using ScriptHost.Contract;

namespace ScriptHost.Traces;

/// <summary>A span of schema 3 or 2, decoded as far as it is asked for.</summary>
internal sealed class MlflowSpan : SpanContent
{
    private readonly ReadOnlyMemory<byte> json;
    private readonly SpanIndex index;
    private LazyTexts? attributes;
    private JsonText? inputs;
    private JsonText? outputs;
    private IReadOnlyList<EventContent>? events;

    /// <summary>Reads what must be right: ids and times.</summary>
    /// <exception cref="TraceFormatException">An id or a time is missing or wrong.</exception>
    public MlflowSpan(ReadOnlyMemory<byte> json, SpanIndex index)
    {
        this.json = json;
        this.index = index;
        if (IsBlank(index.Id))
        {
            throw new TraceFormatException(index.Span.Start, "a span has no 'span_id'");
        }

        IsRoot = IsBlank(index.Parent);
        StartTimeUnixNano = index.Start.WholeNumber(json, "a span's start time")
            ?? throw new TraceFormatException(index.Span.Start, "a span has no start time");
        EndTimeUnixNano = index.End.WholeNumber(json, "a span's end time") is { } end and not 0 ? end : null;
    }

    /// <inheritdoc/>
    public override string Id => field ??= SpanId.Normalize(index.Id.Text(json) ?? "");

    /// <inheritdoc/>
    public override string? ParentId => IsRoot ? null : field ??= SpanId.Normalize(index.Parent.Text(json) ?? "");

    /// <summary>Whether it has no parent; told without decoding the parent's id.</summary>
    public bool IsRoot { get; }

    /// <inheritdoc/>
    public override string Name => field ??= index.Name.Text(json) ?? "";

    /// <inheritdoc/>
    public override string? Type => field ??= AttributeText.Decode(index.Type.In(json)).ToText();

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
    public override long StartTimeUnixNano { get; }

    /// <inheritdoc/>
    public override long? EndTimeUnixNano { get; }

    private LazyTexts Texts => attributes ??= new(json, index.Attributes, AttributeText.Decode);

    /// <summary>A decoded attribute; absent when the span has none of that name.</summary>
    public JsonText Attribute(string name) => Texts.TryGetValue(name, out var text) ? text : default;

    // No value, a JSON null, or an empty text.
    private bool IsBlank(JsonRange range) => range.In(json) is { IsNothing: true } or { Utf8.Length: 2, Utf8.Span: [(byte)'"', (byte)'"'] };

    private IReadOnlyList<EventContent> ReadEvents()
    {
        if (index.Events.In(json).IsNothing)
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
