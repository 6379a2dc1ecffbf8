namespace ScriptHost.Presets;

/// <summary>What a metric's value must be.</summary>
internal abstract record Bound
{
    /// <summary>How the text of a <see cref="Between"/> begins.</summary>
    public const string BetweenWord = "between ";

    private Bound()
    {
    }

    /// <summary>This or more.</summary>
    /// <param name="Limit">The smallest value that holds.</param>
    internal sealed record AtLeast(double Limit) : Bound
    {
        /// <inheritdoc/>
        public override bool Holds(double low, double high) => low >= Limit;

        /// <inheritdoc/>
        public override string ToString() => $">= {YamlText.Of(Limit)}";
    }

    /// <summary>This or less.</summary>
    /// <param name="Limit">The largest value that holds.</param>
    internal sealed record AtMost(double Limit) : Bound
    {
        /// <inheritdoc/>
        public override bool Holds(double low, double high) => high <= Limit;

        /// <inheritdoc/>
        public override string ToString() => $"<= {YamlText.Of(Limit)}";
    }

    /// <summary>More than this.</summary>
    /// <param name="Limit">The largest value that does not hold.</param>
    internal sealed record Above(double Limit) : Bound
    {
        /// <inheritdoc/>
        public override bool Holds(double low, double high) => low > Limit;

        /// <inheritdoc/>
        public override string ToString() => $"> {YamlText.Of(Limit)}";
    }

    /// <summary>Less than this.</summary>
    /// <param name="Limit">The smallest value that does not hold.</param>
    internal sealed record Below(double Limit) : Bound
    {
        /// <inheritdoc/>
        public override bool Holds(double low, double high) => high < Limit;

        /// <inheritdoc/>
        public override string ToString() => $"< {YamlText.Of(Limit)}";
    }

    /// <summary>From one number to another, both included.</summary>
    /// <param name="Low">The smallest value that holds.</param>
    /// <param name="High">The largest value that holds.</param>
    internal sealed record Between(double Low, double High) : Bound
    {
        /// <inheritdoc/>
        public override bool Holds(double low, double high) => low >= Low && high <= High;

        /// <inheritdoc/>
        public override string ToString() => $"{BetweenWord}{YamlText.Of(Low)} and {YamlText.Of(High)}";
    }

    /// <summary>Whether all values from <paramref name="low"/> to <paramref name="high"/> hold; false when one is NaN.</summary>
    public abstract bool Holds(double low, double high);
}
