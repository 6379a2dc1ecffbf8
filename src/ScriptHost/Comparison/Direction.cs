namespace ScriptHost.Comparison;

/// <summary>Which way a feedback gets better.</summary>
internal enum Direction
{
    /// <summary>More is better: what holds unless a threshold says otherwise.</summary>
    Higher,

    /// <summary>Less is better: a threshold says <c>at_most</c> or <c>below</c>.</summary>
    Lower,

    /// <summary>Neither: a threshold says <c>between</c>, and any change may be for the worse.</summary>
    Neither,
}
