using System.Runtime.Versioning;
using System.Text;

namespace ScriptHost.Containment;

/// <summary>
/// Few paths that cover many. Up to <see cref="Most"/> paths stay as they are. More become their folders, then the folders above the
/// deepest ones, until they are few: what else lies below such a folder can be read too.
/// </summary>
[SupportedOSPlatform("linux")]
internal static class ReadablePaths
{
    /// <summary>So many paths are allowed one by one; each costs the process's start some 10 µs.</summary>
    public const int Most = 64;

    // A single environment variable may hold 128 KiB.
    private const int MostCharacters = 20_000;

    // PATH_MAX.
    private const int LongestPath = 4096;

    /// <summary>The paths that stand for these: absolute, without symbolic links, none below another. Paths that do not exist are left out.</summary>
    /// <param name="paths">Files and folders.</param>
    public static IReadOnlyList<string> Of(IReadOnlyCollection<string> paths)
    {
        var folders = new Dictionary<string, string?>(StringComparer.Ordinal);
        var real = paths.Select(p => Real(Path.GetFullPath(p), folders)).OfType<string>();
        var kept = Outermost(real);
        if (!IsMany(kept))
        {
            return kept;
        }

        kept = Outermost(kept.Select(p => Directory.Exists(p) ? p : Parent(p)));
        while (IsMany(kept) && kept.Max(Depth) is > 1 and var deepest)
        {
            kept = Outermost(kept.Select(p => Depth(p) == deepest ? Parent(p) : p));
        }

        return kept;
    }

    private static bool IsMany(List<string> paths) => paths.Count > Most || paths.Sum(p => p.Length) > MostCharacters;

    private static int Depth(string path) => path.AsSpan().Count('/');

    private static string Parent(string path) => Path.GetDirectoryName(path) ?? path;

    // Landlock holds what a link leads to, not where it lies. Folders are asked for once: there may be 100,000 files in one.
    private static string? Real(string path, Dictionary<string, string?> folders)
    {
        if (Path.GetDirectoryName(path) is not { } folder || new FileInfo(path) is not { Exists: true, LinkTarget: null })
        {
            return Resolved(path);
        }

        if (!folders.TryGetValue(folder, out var real))
        {
            folders[folder] = real = Resolved(folder);
        }

        return real is null ? null : Path.Join(real, Path.GetFileName(path));
    }

    private static string? Resolved(string path)
    {
        var resolved = new byte[LongestPath];

        return Libc.Resolve(Encoding.UTF8.GetBytes(path + '\0'), resolved) == 0 ? null : Encoding.UTF8.GetString(resolved.AsSpan(0, resolved.IndexOf((byte)0)));
    }

    private static List<string> Outermost(IEnumerable<string> paths)
    {
        // A folder's own paths come after it; with the slash at the end, also nothing else comes in between.
        var sorted = paths.Select(p => p.TrimEnd('/') + '/').ToList();
        sorted.Sort(StringComparer.Ordinal);
        var kept = new List<string>();
        var outer = "";
        foreach (var path in sorted)
        {
            if (outer.Length == 0 || !path.StartsWith(outer, StringComparison.Ordinal))
            {
                outer = path;
                kept.Add(path.Length == 1 ? path : path[..^1]);
            }
        }

        return kept;
    }
}
