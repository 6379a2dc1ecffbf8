namespace ScriptHost.Presets;

/// <summary>What came of putting things together.</summary>
/// <param name="Items">What there is, each name once, in order of first appearance; of two that conflict, the first.</param>
/// <param name="Diagnostics">The conflicts.</param>
internal sealed record UnionResult<T>(IReadOnlyList<T> Items, IReadOnlyList<Diagnostic> Diagnostics);
