namespace ScriptHost.Comparison;

/// <summary>What the value of an assessment is.</summary>
internal enum RecordedValueKind
{
    /// <summary>True, false, yes or no.</summary>
    PassFail,

    /// <summary>A number.</summary>
    Number,

    /// <summary>Any other text.</summary>
    Text,

    /// <summary>The scorer failed.</summary>
    Error,
}
