namespace ScriptHost.Traces;

/// <summary>What a <see cref="SkeletonGap"/> is.</summary>
internal enum SkeletonGapKind
{
    /// <summary>A JSON string that is no name.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>An object or a list that is passed whole.</summary>
    Nested,
}
