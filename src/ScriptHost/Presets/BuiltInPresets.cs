namespace ScriptHost.Presets;

/// <summary>The shipped presets, as the build put them into this assembly: <c>presets/*.yaml</c>, byte for byte.</summary>
internal static class BuiltInPresets
{
    /// <summary>The preset that runs where there is no folder of scorers and nothing is named.</summary>
    public const string Quick = "quick";

    private const string Prefix = "presets/";
    private const string Extension = ".yaml";

    /// <summary>Their names, in ordinal order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. typeof(BuiltInPresets).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(n => n[Prefix.Length..^Extension.Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>A manifest.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <exception cref="FileNotFoundException">There is no such preset.</exception>
    public static ReadOnlyMemory<byte> Source(string name)
    {
        using var stream = typeof(BuiltInPresets).Assembly.GetManifestResourceStream($"{Prefix}{name}{Extension}")
            ?? throw new FileNotFoundException($"The preset '{name}' is not embedded in the engine.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);

        return bytes;
    }
}
