using System.Collections.ObjectModel;

namespace ScriptHost.Traces;

/// <summary>
/// The spans of a trace, each made when it is asked for; those that were passed at first are read when somebody asks for all. A trace has them as a field,
/// never copied, and hands in its bytes and their index, so that it stays one object.
/// </summary>
internal struct MlflowSpans
{
    private MlflowSpan?[] made;
    private IReadOnlyList<MlflowSpan>? all;

    /// <summary>Checks the spans that were read; makes none.</summary>
    /// <param name="json">The trace.</param>
    /// <param name="index">Its index.</param>
    /// <exception cref="TraceFormatException">A part of a span has the wrong kind.</exception>
    public MlflowSpans(ReadOnlyMemory<byte> json, TraceIndex index)
    {
        Check(json, index.Spans);
        Root = FirstRoot(index.Spans);
        made = index.Spans.IsEmpty ? [] : new MlflowSpan?[index.Spans.Length];
    }

    /// <summary>The first one in file order without a parent; -1 when there is none.</summary>
    public int Root { get; }

    /// <summary>
    /// What is wrong with the spans that were passed at first; null when nothing is, or nobody asked for them. Whoever asked got it thrown, and each
    /// who asks again does: they may have kept it to themselves.
    /// </summary>
    public TraceFormatException? LateFault { get; private set; }

    /// <summary>Whether the trace stands in a row's column; faults say so.</summary>
    public bool AreInColumn { get; set; }

    /// <summary>How many are known: not all while some have been passed.</summary>
    public readonly int Count => made.Length;

    /// <summary>One that is known.</summary>
    /// <param name="at">From 0 to <see cref="Count"/>, exclusive.</param>
    /// <param name="json">The trace.</param>
    /// <param name="index">Its index.</param>
    public readonly MlflowSpan At(int at, ReadOnlyMemory<byte> json, TraceIndex index) => made[at] ??= new(json, index, at);

    /// <summary>All of them, in file order.</summary>
    /// <param name="json">The trace.</param>
    /// <param name="index">Its index.</param>
    /// <exception cref="TraceFormatException">Something is wrong with those that were passed at first.</exception>
    public IReadOnlyList<MlflowSpan> All(ReadOnlyMemory<byte> json, TraceIndex index) =>
        all ??= LateFault is { } fault ? throw fault : ReadAll(json, index);

    private static int FirstRoot(ReadOnlySpan<SpanIndex> spans)
    {
        for (var i = 0; i < spans.Length; i++)
        {
            if (spans[i].IsRoot)
            {
                return i;
            }
        }

        return -1;
    }

    private static void Check(ReadOnlyMemory<byte> json, Span<SpanIndex> spans)
    {
        foreach (ref var span in spans)
        {
            SpanIndexing.Check(json, ref span);
        }
    }

    private ReadOnlyCollection<MlflowSpan> ReadAll(ReadOnlyMemory<byte> json, TraceIndex index)
    {
        try
        {
            TraceIndexing.ReadUnread(json.Span, index);
            Check(json, index.Spans[Count..]);
        }
        catch (TraceFormatException e)
        {
            LateFault = AreInColumn ? TraceColumn.Fault(e) : e;

            throw LateFault;
        }

        Array.Resize(ref made, index.Spans.Length);
        var read = new MlflowSpan[made.Length];
        for (var i = 0; i < read.Length; i++)
        {
            read[i] = At(i, json, index);
        }

        return Array.AsReadOnly(read);
    }
}
