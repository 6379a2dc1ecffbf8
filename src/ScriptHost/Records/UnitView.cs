namespace ScriptHost.Records;

/// <summary>The unit that outcomes belong to, where it lies.</summary>
internal readonly ref struct UnitView
{
    /// <summary>The trace; a session's oldest one.</summary>
    public required ReadOnlySpan<char> TraceId { get; init; }

    /// <summary>Stands for <see cref="TraceId"/>; see there.</summary>
    public required TraceKey Key { get; init; }

    /// <summary>The session; missing for a trace.</summary>
    public OptionalText SessionId { get; init; }

    /// <summary>The session that a trace belongs to; missing when it belongs to none, and for a session.</summary>
    public OptionalText InSession { get; init; }

    /// <summary>A session, by its oldest trace.</summary>
    public static UnitView OfSession(ReadOnlySpan<char> oldest, ReadOnlySpan<char> session) =>
        new() { TraceId = oldest, Key = TraceKey.Of(oldest), SessionId = new(session) };
}
