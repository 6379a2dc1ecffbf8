using System.Diagnostics;
using System.Globalization;
using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;

namespace ScriptHost.Runs;

/// <summary>
/// Memory that a worker and its parent share, in which the worker says what it is doing: it costs a few stores a call, and outlives the
/// worker. Layout: when the call began (8 bytes, 0 between calls), the unit (4), the scorer (4, -1 while a unit is read).
/// </summary>
internal sealed class StatusPage : IDisposable
{
    private const int Size = 4096;

    private const int Unit = 8;

    private const int Scorer = 12;

    private const string Prefix = "scripthost-";

    private const string Suffix = ".status";

    private static readonly Lazy<string> Swept = new(Sweep);

    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor view;
    private readonly nint page;

    private StatusPage(MemoryMappedFile file, string path)
    {
        this.file = file;
        Path = path;
        view = file.CreateViewAccessor(0, Size);
        page = view.SafeMemoryMappedViewHandle.DangerousGetHandle();
    }

    /// <summary>The file behind it.</summary>
    public string Path { get; }

    /// <summary>Makes a page that another process can open; its file goes away when this is disposed.</summary>
    public static StatusPage Create()
    {
        var path = System.IO.Path.Combine(Swept.Value, string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Environment.ProcessId}-{Guid.NewGuid():N}{Suffix}"));
        var stream = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.ReadWrite | FileShare.Delete,
            Options = FileOptions.DeleteOnClose,
        });
        stream.SetLength(Size);
        var page = new StatusPage(MemoryMappedFile.CreateFromFile(stream, null, Size, MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, leaveOpen: false), path);
        page.Read(-1);

        return page;
    }

    /// <summary>Opens a page that another process made.</summary>
    public static StatusPage Open(string path)
    {
        var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);

        return new(MemoryMappedFile.CreateFromFile(stream, null, Size, MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, leaveOpen: false), path);
    }

    /// <summary>A unit is being read, which has no deadline.</summary>
    public void Read(int unit)
    {
        Marshal.WriteInt64(page, 0);
        Marshal.WriteInt32(page, Unit, unit);
        Marshal.WriteInt32(page, Scorer, -1);
    }

    /// <summary>A call begins.</summary>
    /// <param name="unit">The index of the unit in its shard or batch.</param>
    /// <param name="scorer">The index of the scorer.</param>
    /// <param name="now">A timestamp, which all processes of a machine count alike.</param>
    public void Begin(int unit, int scorer, long now)
    {
        Marshal.WriteInt32(page, Unit, unit);
        Marshal.WriteInt32(page, Scorer, scorer);
        Thread.MemoryBarrier();
        Marshal.WriteInt64(page, now);
    }

    /// <summary>A call ended.</summary>
    public void End() => Marshal.WriteInt64(page, 0);

    /// <summary>What is going on: since when, a timestamp; 0 when it is no call.</summary>
    public (long Since, int Unit, int Scorer) Look()
    {
        while (true)
        {
            var since = Marshal.ReadInt64(page);
            Thread.MemoryBarrier();
            var found = (since, Marshal.ReadInt32(page, Unit), Marshal.ReadInt32(page, Scorer));
            Thread.MemoryBarrier();
            if (Marshal.ReadInt64(page) == since)
            {
                return found;
            }
        }
    }

    /// <summary>Takes the file's name away, where a file can do without: nothing is left behind then, whatever ends this process.</summary>
    public void Hide()
    {
        if (!OperatingSystem.IsWindows())
        {
            File.Delete(Path);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        view.Dispose();
        file.Dispose();
    }

    // The folder for pages, without those of processes that were killed before they could hide theirs.
    private static string Sweep()
    {
        var folder = Directory.Exists("/dev/shm") ? "/dev/shm" : System.IO.Path.GetTempPath();
        foreach (var left in Directory.EnumerateFiles(folder, $"{Prefix}*{Suffix}"))
        {
            var parts = System.IO.Path.GetFileName(left)[Prefix.Length..].Split('-');
            if (int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var owner) && !IsAlive(owner))
            {
                try
                {
                    File.Delete(left);
                }
                catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
                {
                    // Another user's, who will sweep it.
                    continue;
                }
            }
        }

        return folder;
    }

    private static bool IsAlive(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);

            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
