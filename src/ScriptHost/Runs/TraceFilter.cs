using ScriptHost.Contract;

namespace ScriptHost.Runs;

/// <summary>A parsed <c>--where</c>.</summary>
internal sealed class TraceFilter
{
    /// <summary>Parses a filter, or says what is wrong with it.</summary>
    /// <param name="text">Such as <c>tags.env = 'prod' and state = 'ERROR'</c>.</param>
    /// <exception cref="FormatException">The text is no filter; the message says where and what was expected.</exception>
    public static TraceFilter Parse(string text) => throw new NotImplementedException(text);

    /// <summary>Whether the trace is to be scored.</summary>
    public bool Matches(TraceContent trace) => throw new NotImplementedException(trace.Id);
}
