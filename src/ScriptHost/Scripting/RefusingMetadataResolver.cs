using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ScriptHost.Scripting;

/// <summary>Finds no assembly, whatever <c>#r</c> asks for; the compiler's own resolver would.</summary>
internal sealed class RefusingMetadataResolver : MetadataReferenceResolver
{
    /// <inheritdoc/>
    public override bool ResolveMissingAssemblies => false;

    /// <inheritdoc/>
    public override ImmutableArray<PortableExecutableReference> ResolveReference(string reference, string? baseFilePath, MetadataReferenceProperties properties) => [];

    /// <inheritdoc/>
    public override bool Equals(object? other) => other is RefusingMetadataResolver;

    /// <inheritdoc/>
    public override int GetHashCode() => 1;
}
