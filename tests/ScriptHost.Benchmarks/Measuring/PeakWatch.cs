using System.Globalization;

namespace ScriptHost.Benchmarks.Measuring;

/// <summary>Looks at how much memory a process and those below it had at most: <c>VmHWM</c> of <c>/proc</c>, a high-water mark.</summary>
/// <param name="process">The process' id.</param>
internal sealed class PeakWatch(int process)
{
    /// <summary>The process' own, in bytes.</summary>
    public long Peak { get; private set; }

    /// <summary>That of the largest process below it, in bytes.</summary>
    public long ChildPeak { get; private set; }

    /// <summary>Looks.</summary>
    public void Look()
    {
        Peak = Math.Max(Peak, Of(process));
        ChildPeak = Math.Max(ChildPeak, Below(process).Select(Of).DefaultIfEmpty().Max());
    }

    private static IEnumerable<int> Below(int process) => Children(process).SelectMany(c => Below(c).Prepend(c));

    private static List<int> Children(int process)
    {
        var children = new List<int>();
        try
        {
            foreach (var thread in Directory.EnumerateDirectories($"/proc/{process}/task"))
            {
                children.AddRange(File.ReadAllText($"{thread}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(c => int.Parse(c, CultureInfo.InvariantCulture)));
            }
        }
        catch (IOException)
        {
            // It, or a thread of it, ended between two looks.
        }

        return children;
    }

    private static long Of(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));

            return line is null ? 0 : long.Parse(line.AsSpan()["VmHWM:".Length..^"kB".Length], NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture) * 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
