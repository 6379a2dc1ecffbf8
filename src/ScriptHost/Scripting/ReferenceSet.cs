using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using ScriptHost.Contract;

namespace ScriptHost.Scripting;

/// <summary>The assemblies that scripts compile against: embedded reference assemblies, and the contract. Read once a process.</summary>
internal static class ReferenceSet
{
    private static readonly ConcurrentDictionary<string, MetadataReference> Loaded = new(StringComparer.Ordinal);
    private static readonly Lazy<MetadataReference> Contract = new(() => MetadataReference.CreateFromFile(ContractPath()));

    /// <summary>The references that an allowlist asks for, and the contract.</summary>
    /// <param name="allowlist">The list.</param>
    public static IReadOnlyList<MetadataReference> For(Allowlist allowlist) =>
    [
        .. allowlist.References.Select(n => Loaded.GetOrAdd(n, static name => MetadataReference.CreateFromImage(EmbeddedFiles.Reference(name)))),
        Contract.Value,
    ];

    // In a single-file program the assembly has no place of its own; then it must lie beside the program.
    private static string ContractPath() =>
        typeof(Feedback).Assembly.Location is { Length: > 0 } path ? path : Path.Combine(AppContext.BaseDirectory, "ScriptHost.Contract.dll");
}
