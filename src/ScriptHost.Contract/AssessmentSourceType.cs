namespace ScriptHost.Contract;

/// <summary>Who or what made an assessment.</summary>
public enum AssessmentSourceType
{
    /// <summary>Not said.</summary>
    Unspecified,

    /// <summary>A person.</summary>
    Human,

    /// <summary>A language model.</summary>
    LlmJudge,

    /// <summary>A program, such as a scorer script.</summary>
    Code,
}
