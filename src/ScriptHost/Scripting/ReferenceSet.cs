using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using ScriptHost.Contract;

namespace ScriptHost.Scripting;

/// <summary>The assemblies that scripts compile against: embedded reference assemblies, and the contract. Read once a process.</summary>
internal static class ReferenceSet
{
    private static readonly ConcurrentDictionary<string, MetadataReference> Loaded = new(StringComparer.Ordinal);
    private static readonly Lazy<IReadOnlyList<MetadataReference>> Everything = new(ReadAll);
    private static readonly Lazy<MetadataReference> Contract = new(() => MetadataReference.CreateFromFile(ContractPath()));

    /// <summary>The references that an allowlist asks for, and the contract.</summary>
    /// <param name="allowlist">The list.</param>
    public static IReadOnlyList<MetadataReference> For(Allowlist allowlist) =>
    [
        .. allowlist.References.Select(n => Loaded.GetOrAdd(n, static name => MetadataReference.CreateFromImage(EmbeddedFiles.Reference(name)))),
        Contract.Value,
    ];

    /// <summary>
    /// All that the framework has, and the contract: what a trusted script may use. Its reference assemblies come with the SDK only, so
    /// these are the ones that run; without a folder of the framework, as in a single-file program, no more than the embedded ones.
    /// </summary>
    public static IReadOnlyList<MetadataReference> Full => Everything.Value;

    private static IReadOnlyList<MetadataReference> ReadAll()
    {
        var folder = Path.TrimEndingDirectorySeparator(RuntimeEnvironment.GetRuntimeDirectory());
        var managed = ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator)
            .Where(p => Path.GetDirectoryName(p) == folder)
            .Select(MetadataReference (p) => MetadataReference.CreateFromFile(p))
            .ToList();

        IReadOnlyList<MetadataReference> framework = managed.Count > 0
            ? managed
            : [.. EmbeddedFiles.References.Select(n => MetadataReference.CreateFromImage(EmbeddedFiles.Reference(n)))];

        return [.. framework, Contract.Value];
    }

    // In a single-file program the assembly has no place of its own; then it must lie beside the program.
    private static string ContractPath() =>
        typeof(Feedback).Assembly.Location is { Length: > 0 } path ? path : Path.Combine(AppContext.BaseDirectory, "ScriptHost.Contract.dll");
}
