using System.Collections.ObjectModel;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ScriptHost.Contract;

/// <summary>
/// One traced request of an LLM application. Each scorer sees a view of its own: what it changes in a <see cref="JsonNode"/> no other
/// scorer sees. Nothing is decoded before it is asked for.
/// </summary>
public sealed class Trace
{
    private readonly TraceContent content;
    private Span? root;
    private Span[]? spans;
    private IReadOnlyList<Span>? all;
    private IReadOnlyList<Assessment>? assessments;
    private IReadOnlyList<ToolCall>? toolCalls;
    private IReadOnlyList<RetrievedDocument>? documents;
    private JsonObject? expectations;

    internal Trace(TraceContent content) => this.content = content;

    /// <summary>Its id, such as <c>tr-</c> and 32 hexadecimal digits.</summary>
    public string Id => content.Id;

    /// <summary>How the request ended.</summary>
    public TraceState State => content.State;

    /// <summary>When the request came, to the millisecond as MLflow writes it.</summary>
    public DateTimeOffset RequestTime => content.RequestTime;

    /// <summary>How long the request took: as the trace states it, else from its root span's times.</summary>
    /// <exception cref="InvalidOperationException">The trace states none, and has no root span that ended.</exception>
    public TimeSpan Duration => content.Duration
        ?? throw new InvalidOperationException($"Trace '{Id}' has no duration: it states none, and no root span of it has ended.");

    /// <summary>The conversation that it is a turn of (metadata <c>mlflow.trace.session</c>); null when it belongs to none.</summary>
    public string? SessionId => content.SessionId;

    /// <summary>The application's user (metadata <c>mlflow.trace.user</c>); null when the trace does not say.</summary>
    public string? UserId => content.UserId;

    /// <summary>Its tags.</summary>
    public IReadOnlyDictionary<string, string> Tags => content.Tags;

    /// <summary>Its metadata.</summary>
    public IReadOnlyDictionary<string, string> Metadata => content.Metadata;

    /// <summary>The root span's inputs; null when there are none, or no root.</summary>
    public JsonNode? Inputs => Root?.Inputs;

    /// <summary>The root span's outputs; null when there are none, or no root.</summary>
    public JsonNode? Outputs => Root?.Outputs;

    /// <summary>What was expected of the request, by name; empty when the trace has no expectations.</summary>
    public JsonObject Expectations => expectations ??= Merge([content]);

    /// <summary>What was said of it before this run, in file order.</summary>
    public IReadOnlyList<Assessment> Assessments =>
        assessments ??= [.. content.Assessments.Select(a => new Assessment(a))];

    /// <summary>Its spans, in file order.</summary>
    public IReadOnlyList<Span> Spans => all ??= Views();

    /// <summary>The first span in file order that has no parent; null when there is none.</summary>
    public Span? Root => root ??= content.RootSpan is { } span ? new(this, span, content.Root) : null;

    /// <summary>The tokens of all its model calls (metadata <c>mlflow.trace.tokenUsage</c>); null when the trace does not say.</summary>
    public TokenUsage? TokenUsage => content.TokenUsage;

    /// <summary>Its tool calls: the spans of type <see cref="SpanType.Tool"/>, by start time.</summary>
    public IReadOnlyList<ToolCall> ToolCalls => toolCalls ??= Views(content.ToolCalls);

    /// <summary>The documents that retrievers without a retriever above them found, in file order.</summary>
    public IReadOnlyList<RetrievedDocument> RetrievedDocuments => documents ??= Views(content.Documents);

    /// <summary>The conversation as the root span has it: what was asked, then the answer.</summary>
    public IReadOnlyList<Message> Messages => content.Messages;

    internal TraceContent Content => content;

    /// <summary>The spans to which all that is given applies, in file order; all spans when nothing is given.</summary>
    /// <param name="type">The exact type, such as <see cref="SpanType.Tool"/>; null takes any.</param>
    /// <param name="name">The exact name; null takes any.</param>
    /// <param name="spanId">The exact id; null takes any.</param>
    public IReadOnlyList<Span> SearchSpans(string? type = null, string? name = null, string? spanId = null)
    {
        List<Span>? found = null;
        for (var i = 0; i < content.Spans.Count; i++)
        {
            var span = content.Spans[i];
            if ((type is null || span.Type == type) && (name is null || span.Name == name) && (spanId is null || span.Id == spanId))
            {
                (found ??= []).Add(SpanAt(i));
            }
        }

        return found is null ? ReadOnlyCollection<Span>.Empty : found.AsReadOnly();
    }

    /// <summary>The spans whose name the pattern finds a match in, and to which the rest applies, in file order.</summary>
    /// <param name="name">Searched for anywhere in the name.</param>
    /// <param name="type">The exact type, such as <see cref="SpanType.Tool"/>; null takes any.</param>
    public IReadOnlyList<Span> SearchSpans(Regex name, string? type = null) =>
        Array.AsReadOnly(Spans.Where(s => (type is null || s.Type == type) && name.IsMatch(s.Name)).ToArray());

    /// <summary>The traces' expectations in one object; where two have the same name, the earlier trace's.</summary>
    internal static JsonObject Merge(IReadOnlyList<TraceContent> contents)
    {
        var merged = new JsonObject();
        for (var i = 0; i < contents.Count; i++)
        {
            if (contents[i].Expectations is { Count: > 0 } expectations)
            {
                foreach (var (name, value) in expectations)
                {
                    if (!merged.ContainsKey(name))
                    {
                        merged.Add(name, value.ToNode());
                    }
                }
            }
        }

        return merged;
    }

    internal Span? ParentOf(int span) => content.Tree.Parent(span) is >= 0 and var parent ? SpanAt(parent) : null;

    internal IReadOnlyList<Span> StepsOf(int span)
    {
        List<Span>? steps = null;
        for (var step = content.Tree.FirstStep(span); step >= 0; step = content.Tree.NextStep(step))
        {
            (steps ??= []).Add(SpanAt(step));
        }

        return steps is null ? ReadOnlyCollection<Span>.Empty : steps.AsReadOnly();
    }

    // A view is made when it is asked for: most scorers look at few spans. The root's is one however it is come by.
    private Span SpanAt(int index) => (spans ??= new Span[content.Spans.Count])[index] ??= (index == content.Root ? Root : null) ?? new(this, content.Spans[index], index);

    private Span[] Views()
    {
        var views = spans ??= new Span[content.Spans.Count];
        for (var i = 0; i < views.Length; i++)
        {
            views[i] = SpanAt(i);
        }

        return views;
    }

    private ToolCall[] Views(ToolCallContent[] calls)
    {
        var views = new ToolCall[calls.Length];
        for (var i = 0; i < views.Length; i++)
        {
            views[i] = new(calls[i], SpanAt(calls[i].Span));
        }

        return views;
    }

    private RetrievedDocument[] Views(DocumentContent[] found)
    {
        var views = new RetrievedDocument[found.Length];
        for (var i = 0; i < views.Length; i++)
        {
            views[i] = new(found[i], SpanAt(found[i].Span));
        }

        return views;
    }
}
