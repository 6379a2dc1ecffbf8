namespace ScriptHost.Statistics;

/// <summary>A 95 % interval of a difference.</summary>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end.</param>
internal sealed record Interval(double Low, double High);
