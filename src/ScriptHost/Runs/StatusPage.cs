using System.IO.MemoryMappedFiles;

namespace ScriptHost.Runs;

/// <summary>
/// Memory that a worker and its parent share, in which each of the worker's threads says what it is doing, in its <see cref="StatusSlot"/>: it costs a few
/// stores a call, and outlives the worker.
/// </summary>
internal sealed class StatusPage : IDisposable
{
    /// <summary>How many threads there is room for.</summary>
    public const int Lanes = Size / StatusSlot.Size;

    private const int Size = 4096;

    private const string Kind = "status";

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
        var path = System.IO.Path.Combine(Swept.Value, OwnedName.Of(Kind));
        var stream = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.ReadWrite | FileShare.Delete,
            Options = FileOptions.DeleteOnClose,
        });
        stream.SetLength(Size);
        var page = new StatusPage(MemoryMappedFile.CreateFromFile(stream, null, Size, MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, leaveOpen: false), path);
        for (var lane = 0; lane < Lanes; lane++)
        {
            page.Slot(lane).Read(-1);
        }

        return page;
    }

    /// <summary>Opens a page that another process made.</summary>
    public static StatusPage Open(string path)
    {
        var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);

        return new(MemoryMappedFile.CreateFromFile(stream, null, Size, MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, leaveOpen: false), path);
    }

    /// <summary>What one of the worker's threads is doing.</summary>
    /// <param name="lane">The thread's number, less than <see cref="Lanes"/>.</param>
    public StatusSlot Slot(int lane) => lane is >= 0 and < Lanes
        ? new(page + (lane * StatusSlot.Size))
        : throw new ArgumentOutOfRangeException(nameof(lane), lane, "The page has no room for it.");

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
        OwnedName.Sweep(folder, Kind);

        return folder;
    }
}
