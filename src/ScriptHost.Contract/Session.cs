using System.Collections;
using System.Text.Json.Nodes;

namespace ScriptHost.Contract;

/// <summary>A conversation: the traces of one session id, oldest first by request time; at least one.</summary>
public sealed class Session : IReadOnlyList<Trace>
{
    private readonly List<Trace> traces;
    private JsonObject? expectations;

    internal Session(string id, IReadOnlyList<TraceContent> contents)
    {
        Id = id;
        traces = new(contents.Count);
        for (var i = 0; i < contents.Count; i++)
        {
            traces.Add(new(contents[i]));
        }
    }

    /// <summary>The session's id (metadata <c>mlflow.trace.session</c>).</summary>
    public string Id { get; }

    /// <summary>How many turns the conversation has; 1 and up.</summary>
    public int Count => traces.Count;

    /// <summary>What was expected of its traces, by name; of two with the same name, the earlier trace's. Empty when there is none.</summary>
    public JsonObject Expectations => expectations ??= Trace.Merge([.. traces.Select(t => t.Content)]);

    /// <summary>A turn.</summary>
    /// <param name="index">0 is the oldest.</param>
    public Trace this[int index] => traces[index];

    /// <inheritdoc/>
    public IEnumerator<Trace> GetEnumerator() => traces.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
