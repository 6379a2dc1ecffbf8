using ScriptHost.Contract;

namespace ScriptHost.Runs;

/// <summary>What a condition of a filter looks at.</summary>
/// <param name="Name">As the user wrote it.</param>
internal abstract record FilterTarget(string Name)
{
    /// <summary>Whether the trace has no such thing.</summary>
    public abstract bool IsMissing(TraceContent trace);

    /// <summary>A text, such as a tag.</summary>
    /// <param name="Name">As the user wrote it.</param>
    /// <param name="Known">The only values there are, in upper case; empty when it may be any text.</param>
    /// <param name="Read">The text; null when the trace has none.</param>
    internal sealed record Text(string Name, IReadOnlyList<string> Known, Func<TraceContent, string?> Read) : FilterTarget(Name)
    {
        /// <inheritdoc/>
        public override bool IsMissing(TraceContent trace) => Read(trace) is null;
    }

    /// <summary>A number.</summary>
    /// <param name="Name">As the user wrote it.</param>
    /// <param name="IsTime">Whether it is a moment, in milliseconds since 1970, that can be compared with a date too.</param>
    /// <param name="Read">The number; null when the trace has none.</param>
    internal sealed record Number(string Name, bool IsTime, Func<TraceContent, double?> Read) : FilterTarget(Name)
    {
        /// <inheritdoc/>
        public override bool IsMissing(TraceContent trace) => Read(trace) is null;
    }
}
