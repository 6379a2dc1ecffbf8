using System.Globalization;

namespace ScriptHost.Benchmarks.Corpora;

/// <summary>How much of a corpus there is to be.</summary>
internal abstract record CorpusExtent
{
    private CorpusExtent()
    {
    }

    /// <summary>A word for the corpus' file name.</summary>
    public abstract string Name { get; }

    /// <summary>Whether it is enough.</summary>
    /// <param name="traces">How many were written.</param>
    /// <param name="bytes">How many bytes.</param>
    public abstract bool IsReached(int traces, long bytes);

    /// <summary>A size such as <c>1GB</c>, or a number of traces; null when the text is neither.</summary>
    public static CorpusExtent? Parse(string text) =>
        ByteSize.Parse(text) is { } bytes ? new Bytes(bytes)
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 ? new Traces(count)
        : null;

    /// <summary>So many bytes.</summary>
    public sealed record Bytes(long Count) : CorpusExtent
    {
        /// <inheritdoc/>
        public override string Name => $"{Count}b";

        /// <inheritdoc/>
        public override bool IsReached(int traces, long bytes) => bytes >= Count;
    }

    /// <summary>So many traces.</summary>
    public sealed record Traces(int Count) : CorpusExtent
    {
        /// <inheritdoc/>
        public override string Name => $"{Count}";

        /// <inheritdoc/>
        public override bool IsReached(int traces, long bytes) => traces >= Count;
    }
}
