namespace ScriptHost;

/// <summary>The working copy that these tests were built from.</summary>
internal static class Repository
{
    /// <summary>The folder of ScriptHost.sln.</summary>
    public static string Root { get; } = Above(AppContext.BaseDirectory);

    private static string Above(string? folder)
    {
        for (; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "ScriptHost.sln")))
            {
                return folder;
            }
        }

        throw new DirectoryNotFoundException($"No folder above '{AppContext.BaseDirectory}' has a ScriptHost.sln.");
    }
}
