namespace ScriptHost.Comparison;

/// <summary>How a judgement of pass and fail turned. In the order in which they are shown.</summary>
internal enum FlipKind
{
    /// <summary>It passed and fails.</summary>
    NewlyFailing,

    /// <summary>It passed, and its scorer fails.</summary>
    NewlyInError,

    /// <summary>It failed and passes.</summary>
    NewlyPassing,
}
