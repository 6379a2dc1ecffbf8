using System.IO.Enumeration;

namespace ScriptHost.Traces;

/// <summary>What has to be readable so that the files of TRACES arguments can be read, told without looking at each file.</summary>
internal static class InputRoots
{
    private static readonly EnumerationOptions All = new() { RecurseSubdirectories = true, AttributesToSkip = 0, IgnoreInaccessible = true };

    /// <summary>Files and folders, and what links below these folders lead to.</summary>
    /// <param name="arguments">Files, folders, globs or <c>-</c>; what does not exist is left out.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> arguments)
    {
        string[] roots = [.. arguments.Select(Root).Where(Path.Exists)];

        return [.. roots, .. roots.Where(Directory.Exists).SelectMany(Linked)];
    }

    private static string Root(string argument)
    {
        var glob = argument.AsSpan().IndexOfAny('*', '?');
        if (glob < 0 || Path.Exists(argument))
        {
            return argument;
        }

        return Path.GetDirectoryName(argument[..glob]) switch
        {
            null => Path.DirectorySeparatorChar.ToString(),
            "" => ".",
            var folder => folder,
        };
    }

    private static IEnumerable<string> Linked(string folder) =>
        new FileSystemEnumerable<string>(folder, (ref FileSystemEntry entry) => entry.ToFullPath(), All)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory && entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        }
        .Where(File.Exists);
}
