namespace ScriptHost.Benchmarks.Measuring;

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

    /// <summary>What the last run found over all traces, to hold contenders against each other; null when it finds nothing that compares.</summary>
    public Func<long>? Total { get; init; }
}
