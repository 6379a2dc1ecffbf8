namespace ScriptHost.Contract;

/// <summary>
/// A scorer that is a class of a compiled assembly, for what a script may not have: state, packages, full rights. It has exactly one
/// public method <c>Score</c>, whose parameters say what it reads, by the names that a script's entry uses: <c>inputs</c>,
/// <c>outputs</c>, <c>expectations</c>, <c>trace</c>, <c>session</c>, <c>cancellationToken</c>. Its public settable properties are its
/// settings, and what they hold after the constructor are the defaults. The assembly lies in a folder of its own,
/// <c>scorers/Name/Name.dll</c>, and has to be trusted before it is loaded. Scripts cannot use this class.
/// </summary>
/// <example>
/// <code>
/// public sealed class Readability : ClassScorer
/// {
///     public int Longest { get; set; } = 30;
///
///     public bool Score(string outputs) => outputs.Split('.').All(s => s.Split(' ').Length &lt;= Longest);
/// }
/// </code>
/// </example>
public abstract class ClassScorer
{
    /// <summary>The scorer's name, unique in its folder of scorers: letters, digits, <c>_</c> and <c>-</c>. By default the class's own name.</summary>
    public virtual string Name => GetType().Name;

    /// <summary>One sentence for people; null when there is nothing to say.</summary>
    public virtual string? Description => null;

    /// <summary>How the values become metrics; null means the mean, empty means no metric.</summary>
    public virtual IReadOnlyList<Aggregation>? Aggregations => null;
}
