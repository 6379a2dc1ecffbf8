namespace ScriptHost.Comparison;

/// <summary>What a comparison makes of a feedback.</summary>
internal enum Change
{
    /// <summary>Nothing that chance does not do.</summary>
    None,

    /// <summary>It got better.</summary>
    Better,

    /// <summary>It got worse.</summary>
    Worse,

    /// <summary>It became another, and neither way is better.</summary>
    Different,
}
