using System.Globalization;

namespace ScriptHost.Contract;

/// <summary>The value of a <see cref="Feedback"/>: a truth value, a number or a text.</summary>
public readonly struct FeedbackValue : IEquatable<FeedbackValue>
{
    private readonly long bits;
    private readonly object? boxed;

    private FeedbackValue(FeedbackValueKind kind, long bits, object? boxed = null)
    {
        Kind = kind;
        this.bits = bits;
        this.boxed = boxed;
    }

    /// <summary>What it holds.</summary>
    public FeedbackValueKind Kind { get; }

    /// <summary>The text; null when it holds something else.</summary>
    public string? Text => boxed as string;

    /// <summary>True or false; null when it holds something else.</summary>
    public bool? Boolean => Kind == FeedbackValueKind.Boolean ? bits != 0 : null;

    /// <summary>
    /// The number that aggregations count it as: numbers as they are, true and <c>yes</c> as 1, false and <c>no</c> as 0 (any case,
    /// not trimmed, as MLflow has it); null for every other text.
    /// </summary>
    public double? Number => Kind switch
    {
        FeedbackValueKind.Boolean or FeedbackValueKind.Integer => bits,
        FeedbackValueKind.Number => BitConverter.Int64BitsToDouble(bits),
        FeedbackValueKind.Decimal => (double)Exact,
        FeedbackValueKind.Text => NumberOf(Text),
        _ => null,
    };

    /// <summary>The whole number, when <see cref="Kind"/> is <see cref="FeedbackValueKind.Integer"/>.</summary>
    internal long Integer => bits;

    /// <summary>The decimal number, when <see cref="Kind"/> is <see cref="FeedbackValueKind.Decimal"/>.</summary>
    internal decimal Exact => boxed is decimal exact ? exact : 0;

    /// <summary>A truth value.</summary>
    /// <param name="value">True counts as 1.</param>
    public static implicit operator FeedbackValue(bool value) => new(FeedbackValueKind.Boolean, value ? 1 : 0);

    /// <summary>A whole number.</summary>
    /// <param name="value">Any value.</param>
    public static implicit operator FeedbackValue(int value) => new(FeedbackValueKind.Integer, value);

    /// <summary>A whole number.</summary>
    /// <param name="value">Any value; kept exactly.</param>
    public static implicit operator FeedbackValue(long value) => new(FeedbackValueKind.Integer, value);

    /// <summary>A number.</summary>
    /// <param name="value">NaN and infinities make the feedback an error.</param>
    public static implicit operator FeedbackValue(float value) => (double)value;

    /// <summary>A number.</summary>
    /// <param name="value">NaN and infinities make the feedback an error.</param>
    public static implicit operator FeedbackValue(double value) =>
        new(FeedbackValueKind.Number, BitConverter.DoubleToInt64Bits(value));

    /// <summary>A decimal number.</summary>
    /// <param name="value">Any value; kept exactly.</param>
    public static implicit operator FeedbackValue(decimal value) => new(FeedbackValueKind.Decimal, 0, value);

    /// <summary>A text.</summary>
    /// <param name="value">Null makes a feedback without a value.</param>
    public static implicit operator FeedbackValue(string? value) =>
        value is null ? default : new(FeedbackValueKind.Text, 0, value);

    /// <summary>The number that aggregations count a text as; null for most.</summary>
    internal static double? NumberOf(ReadOnlySpan<char> text) =>
        text.Equals("yes", StringComparison.OrdinalIgnoreCase) ? 1
        : text.Equals("no", StringComparison.OrdinalIgnoreCase) ? 0
        : null;

    /// <summary>Whether both hold the same value of the same kind.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other value.</param>
    public static bool operator ==(FeedbackValue left, FeedbackValue right) => left.Equals(right);

    /// <summary>Whether they hold different values or kinds.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other value.</param>
    public static bool operator !=(FeedbackValue left, FeedbackValue right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(FeedbackValue other) => Kind == other.Kind && bits == other.bits && Equals(boxed, other.boxed);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is FeedbackValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, bits, boxed);

    /// <summary>The value as text, invariant; empty when it holds nothing.</summary>
    public override string ToString() => Kind switch
    {
        FeedbackValueKind.Boolean => bits != 0 ? "true" : "false",
        FeedbackValueKind.Integer => bits.ToString(CultureInfo.InvariantCulture),
        FeedbackValueKind.Number => BitConverter.Int64BitsToDouble(bits).ToString(CultureInfo.InvariantCulture),
        FeedbackValueKind.Decimal => Exact.ToString(CultureInfo.InvariantCulture),
        FeedbackValueKind.Text => Text ?? "",
        _ => "",
    };
}
