namespace ScriptHost.Scripting;

/// <summary>What became of one script.</summary>
/// <param name="Source">The script.</param>
/// <param name="Image">The compiled script; null when there are errors.</param>
/// <param name="Diagnostics">All that is to say about it, in file order.</param>
internal sealed record CompileResult(ScriptSource Source, ScriptImage? Image, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Whether it was found in the cache.</summary>
    public bool IsCached { get; init; }
}
