namespace ScriptHost.Scripting;

/// <summary>The shipped scorers, as the build put them into this assembly: the sources of <c>scorers/*.csx</c>, byte for byte.</summary>
internal static class BuiltInScorers
{
    private const string Prefix = "scorers/";
    private const string Extension = ".csx";

    /// <summary>Their names, in ordinal order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. typeof(BuiltInScorers).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(n => n[Prefix.Length..^Extension.Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Whether there is one of this very name.</summary>
    public static bool IsOne(string name) => typeof(BuiltInScorers).Assembly.GetManifestResourceInfo($"{Prefix}{name}{Extension}") is not null;

    /// <summary>The bytes of a scorer's source.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <exception cref="FileNotFoundException">There is no such scorer.</exception>
    public static byte[] Source(string name) => EmbeddedFiles.Read($"{Prefix}{name}{Extension}");
}
