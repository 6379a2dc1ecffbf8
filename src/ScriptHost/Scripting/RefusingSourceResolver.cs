using Microsoft.CodeAnalysis;

namespace ScriptHost.Scripting;

/// <summary>Opens no file, whatever <c>#load</c> asks for; the compiler's own resolver would, and print its text in error messages.</summary>
internal sealed class RefusingSourceResolver : SourceReferenceResolver
{
    /// <inheritdoc/>
    public override string NormalizePath(string path, string? baseFilePath) => path;

    /// <inheritdoc/>
    public override string? ResolveReference(string path, string? baseFilePath) => null;

    /// <inheritdoc/>
    public override Stream OpenRead(string resolvedPath) => throw new FileNotFoundException("Scripts load no files.", resolvedPath);

    /// <inheritdoc/>
    public override bool Equals(object? other) => other is RefusingSourceResolver;

    /// <inheritdoc/>
    public override int GetHashCode() => 1;
}
