namespace ScriptHost.Scoring;

/// <summary>What a scorer is called on.</summary>
internal enum ScorerLevel
{
    /// <summary>One trace.</summary>
    Trace,

    /// <summary>One session: its entry has a parameter named <c>session</c>.</summary>
    Session,
}
