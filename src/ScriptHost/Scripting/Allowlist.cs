namespace ScriptHost.Scripting;

/// <summary>
/// What scripts may use: exact names, default deny. A guard rail against mistakes and casual abuse, not a sandbox: what contains a
/// script is the process that it runs in.
/// </summary>
/// <param name="References">The reference assemblies that scripts compile against, without <c>.dll</c>.</param>
/// <param name="Imports">The namespaces that every script has imported.</param>
/// <param name="Api">What scripts may name or bind to, by full metadata name of the outermost type.</param>
/// <param name="Attributes">Full names of the attributes that scripts may apply.</param>
/// <param name="Emit">What only the compiler may bring in.</param>
/// <param name="EmitHelpersOnly">Memory-unsafe helpers that the compiler may use inside its own helper type only.</param>
internal sealed record Allowlist(
    IReadOnlyList<string> References,
    IReadOnlyList<string> Imports,
    IReadOnlyDictionary<string, TypeRule> Api,
    IReadOnlySet<string> Attributes,
    IReadOnlyDictionary<string, TypeRule> Emit,
    IReadOnlyDictionary<string, TypeRule> EmitHelpersOnly)
{
    /// <summary>The namespaces that a script may import: those of listed types and attributes.</summary>
    public IReadOnlySet<string> Namespaces => field ??= Api.Keys.Concat(Attributes).Select(NamespaceOf).ToHashSet(StringComparer.Ordinal);

    /// <summary>Reads an allowlist; every fault is returned, with its place.</summary>
    /// <param name="text">The file.</param>
    /// <param name="allowlist">The list; null when there are faults.</param>
    public static IReadOnlyList<Diagnostic> Read(AllowlistText text, out Allowlist? allowlist) =>
        AllowlistReading.Read(text, out allowlist);

    private static string NamespaceOf(string type) => type[..type.LastIndexOf('.')];
}
