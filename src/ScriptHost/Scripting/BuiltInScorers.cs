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

    /// <summary>The name as the built-in scorer has it; null when there is none of this name, in any case.</summary>
    public static string? Find(string name) => Names.FirstOrDefault(n => n.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The bytes of a scorer's source.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <exception cref="FileNotFoundException">There is no such scorer.</exception>
    public static byte[] Source(string name) => EmbeddedFiles.Read($"{Prefix}{name}{Extension}");
}
