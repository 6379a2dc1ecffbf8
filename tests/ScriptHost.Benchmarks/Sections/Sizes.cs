namespace ScriptHost.Benchmarks.Sections;

/// <summary>How much is measured.</summary>
/// <param name="Bytes">Of the corpus that single scorers read; the others are parts of it.</param>
/// <param name="Traces">Of the largest corpus that ten scorers read; 100 at least.</param>
/// <param name="Rounds">How many runs count.</param>
internal sealed record Sizes(long Bytes, int Traces, int Rounds)
{
    /// <summary>Some minutes.</summary>
    public static Sizes Quick { get; } = new(30_000_000, 6_000, 3);

    /// <summary>What the budgets speak of.</summary>
    public static Sizes Full { get; } = new(1_000_000_000, 1_000_000, 5);
}
