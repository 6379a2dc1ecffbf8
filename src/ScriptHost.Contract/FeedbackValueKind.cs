namespace ScriptHost.Contract;

/// <summary>What a <see cref="FeedbackValue"/> holds.</summary>
public enum FeedbackValueKind
{
    /// <summary>Nothing; a feedback built from it has no value.</summary>
    None,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A whole number of up to 64 bits, kept exactly.</summary>
    Integer,

    /// <summary>A binary floating-point number; may be NaN or infinite.</summary>
    Number,

    /// <summary>A decimal number, kept exactly.</summary>
    Decimal,

    /// <summary>A text; <c>yes</c> and <c>no</c> in any case count as 1 and 0.</summary>
    Text,
}
