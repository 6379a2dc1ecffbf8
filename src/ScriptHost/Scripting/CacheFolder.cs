namespace ScriptHost.Scripting;

/// <summary>Finds the folder for compiled scripts, and makes sure that nobody but the user can put code there.</summary>
internal static class CacheFolder
{
    private const UnixFileMode OthersWrite = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;
    private const UnixFileMode UserOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>
    /// Where the cache lies by default: <c>SCRIPTHOST_CACHE</c>, else <c>scripthost</c> under <c>XDG_CACHE_HOME</c>, <c>~/.cache</c>, or
    /// on Windows the local application data.
    /// </summary>
    public static string Default =>
        Variable("SCRIPTHOST_CACHE")
            ?? Path.Combine(
                OperatingSystem.IsWindows()
                    ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
                    : Variable("XDG_CACHE_HOME") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"),
                "scripthost");

    /// <summary>Opens a cache folder; makes it if it is not there.</summary>
    /// <param name="folder">The folder; compiled scripts get a subfolder.</param>
    /// <param name="warning">Why the folder is not used; null when it is.</param>
    /// <returns>The cache; null when the folder cannot be used, which costs time and nothing else.</returns>
    public static CompileCache? Open(string folder, out Diagnostic? warning)
    {
        var scripts = Path.Combine(Path.GetFullPath(folder), "scripts");
        string? fault;
        try
        {
            fault = Make(Path.GetFullPath(folder)) ?? Make(scripts);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            fault = refused.Message.TrimEnd('.');
        }

        warning = fault is null ? null : new(folder, 0, 0, Codes.CacheFolder, Severity.Warning, $"Compiled scripts are not kept: {fault}.");

        return fault is null ? new(scripts) : null;
    }

    private static string? Make(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);

            return null;
        }

        Directory.CreateDirectory(folder, UserOnly);
        if (!FileOwner.IsCurrentUser(folder))
        {
            return $"the cache folder '{folder}' belongs to somebody else; remove it, or set SCRIPTHOST_CACHE";
        }

        return (File.GetUnixFileMode(folder) & OthersWrite) == 0
            ? null
            : $"others may write to the cache folder '{folder}'; take that right away with chmod go-w";
    }

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
