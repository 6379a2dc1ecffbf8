namespace ScriptHost.Benchmarks;

/// <summary>A command that is measured.</summary>
/// <param name="Name">For the table.</param>
/// <param name="Program">The executable.</param>
/// <param name="Arguments">Its arguments.</param>
internal sealed record Contender(string Name, string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>Variables to set.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Done before each run, outside of what is measured; null does nothing.</summary>
    public Action? Prepare { get; init; }
}
