namespace ScriptHost.Records;

/// <summary>The first byte of a feedback as <see cref="OutcomeFormat"/> writes it: what differs from what nearly every feedback says, and so follows.</summary>
internal static class FeedbackMark
{
    /// <summary>A name that is not its scorer's.</summary>
    public const int WithName = 0x01;

    /// <summary>An error, and no value.</summary>
    public const int IsError = 0x02;

    /// <summary>A rationale.</summary>
    public const int WithRationale = 0x04;

    /// <summary>A source that is not its scorer's code.</summary>
    public const int WithSource = 0x08;

    /// <summary>Metadata.</summary>
    public const int WithMetadata = 0x10;

    /// <summary>All that a mark can hold.</summary>
    public const int All = 0x1F;
}
