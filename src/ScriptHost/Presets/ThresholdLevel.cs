namespace ScriptHost.Presets;

/// <summary>What it means when a threshold does not hold.</summary>
internal enum ThresholdLevel
{
    /// <summary>The run fails.</summary>
    Fail,

    /// <summary>People are warned.</summary>
    Warn,

    /// <summary>It is told.</summary>
    Info,
}
