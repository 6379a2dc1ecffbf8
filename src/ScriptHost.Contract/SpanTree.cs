using System.Runtime.InteropServices;

namespace ScriptHost.Contract;

/// <summary>Which of a trace's spans are steps of which, told from their ids once for all scorers. Spans are named by their index in file order.</summary>
internal sealed class SpanTree
{
    // Among so few spans, looking at each is quicker than making a table of them.
    private const int Few = 16;

    private readonly IReadOnlyList<SpanContent> spans;
    private readonly Node[] nodes;
    private readonly Dictionary<string, int>? byId;

    /// <summary>The tree of these spans.</summary>
    public SpanTree(IReadOnlyList<SpanContent> spans)
    {
        this.spans = spans;
        nodes = new Node[spans.Count];
        if (nodes.Length > Few)
        {
            byId = new(nodes.Length, StringComparer.Ordinal);
            for (var i = 0; i < nodes.Length; i++)
            {
                byId.TryAdd(spans[i].Id, i);
            }
        }

        // From the last one, so that each list of steps begins with the first.
        Array.Fill(nodes, new() { Parent = -1, First = -1, Next = -1 });
        for (var i = nodes.Length - 1; i >= 0; i--)
        {
            nodes[i].Same = IndexOf(spans[i].Id);
            if (spans[i].ParentId is { } id && IndexOf(id) is >= 0 and var parent)
            {
                nodes[i].Parent = parent;
                nodes[i].Next = nodes[parent].First;
                nodes[parent].First = i;
            }
        }
    }

    /// <summary>The first span that has the id of this one's parent; -1 when there is none.</summary>
    public int Parent(int span) => nodes[span].Parent;

    /// <summary>The first span whose parent has this one's id; -1 when there is none.</summary>
    public int FirstStep(int span) => nodes[nodes[span].Same].First;

    /// <summary>The next span with the same parent; -1 when there is none.</summary>
    public int NextStep(int span) => nodes[span].Next;

    private int IndexOf(string id)
    {
        if (byId is not null)
        {
            return byId.GetValueOrDefault(id, -1);
        }

        for (var i = 0; i < nodes.Length; i++)
        {
            if (spans[i].Id == id)
            {
                return i;
            }
        }

        return -1;
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Node
    {
        public int Parent;

        // The first span of the same id, which has the steps of all.
        public int Same;

        public int First;

        public int Next;
    }
}
