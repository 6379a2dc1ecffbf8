namespace ScriptHost.Scripting;

/// <summary>The files that the build put into this assembly: the allowlist, and the reference assemblies that scripts compile against.</summary>
internal static class EmbeddedFiles
{
    private const string ReferencePrefix = "ref/";

    /// <summary>The names of the reference assemblies, without <c>.dll</c>, in ordinal order.</summary>
    public static IReadOnlyList<string> References { get; } =
    [
        .. typeof(EmbeddedFiles).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(ReferencePrefix, StringComparison.Ordinal))
            .Select(n => n[ReferencePrefix.Length..^".dll".Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The bytes of a reference assembly.</summary>
    /// <param name="name">One of <see cref="References"/>.</param>
    public static byte[] Reference(string name) => Read($"{ReferencePrefix}{name}.dll");

    /// <summary>The bytes of a file.</summary>
    /// <param name="name">Its name as the project file gives it.</param>
    /// <exception cref="FileNotFoundException">The build left it out.</exception>
    public static byte[] Read(string name)
    {
        using var stream = typeof(EmbeddedFiles).Assembly.GetManifestResourceStream(name)
            ?? throw new FileNotFoundException($"'{name}' is not embedded in the engine.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);

        return bytes;
    }
}
