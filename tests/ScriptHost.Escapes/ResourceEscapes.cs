namespace ScriptHost.Escapes;

/// <summary>More than its share.</summary>
internal static class ResourceEscapes
{
    private const int Chunk = 16 << 20;

    public static string OpenFiles(int count)
    {
        var open = new List<FileStream>();
        try
        {
            for (var i = 0; i < count; i++)
            {
                open.Add(File.OpenRead(typeof(ResourceEscapes).Assembly.Location));
            }
        }
        finally
        {
            open.ForEach(f => f.Dispose());
        }

        return $"{count} files";
    }

    public static unsafe string NativeMemory(long bytes)
    {
        for (var taken = 0L; taken < bytes; taken += Chunk)
        {
            _ = System.Runtime.InteropServices.NativeMemory.Alloc(Chunk);
        }

        return $"{bytes} bytes";
    }

    public static string ManagedMemory(long bytes)
    {
        var taken = new List<byte[]>();
        while (taken.Count * (long)Chunk < bytes)
        {
            taken.Add(new byte[Chunk]);
            taken[^1].AsSpan().Fill(1);
        }

        return $"{taken.Count * (long)Chunk} bytes";
    }

    // Shared memory without a file counts as nothing but address space.
    public static string SharedMemory(long bytes)
    {
        const int ReadAndWrite = 3;
        const int SharedAnonymousUnreserved = 0x4021;
        Refused.If(Linux.Map(0, (nuint)bytes, ReadAndWrite, SharedAnonymousUnreserved, -1, 0));

        return $"{bytes} bytes";
    }
}
