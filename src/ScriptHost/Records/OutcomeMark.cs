namespace ScriptHost.Records;

/// <summary>The first byte of an outcome as <see cref="OutcomeFormat"/> writes it: its kind in the two lowest bits, and what else there is to read.</summary>
internal static class OutcomeMark
{
    /// <summary>The bits of the kind.</summary>
    public const int Kind = 0x03;

    /// <summary>It is taken over from an earlier run, or stands for one that is.</summary>
    public const int TakenOver = 0x04;

    /// <summary>What the call cost follows.</summary>
    public const int WithCost = 0x08;

    /// <summary>There is one feedback, named after its scorer and from its code, with a value and no metadata; it is written without its <see cref="FeedbackMark"/>.</summary>
    public const int IsPlain = 0x10;

    /// <summary>A reason follows; of a plain one the rationale behind its value.</summary>
    public const int WithText = 0x20;

    /// <summary>All that a mark can hold.</summary>
    public const int All = 0x3F;
}
