namespace ScriptHost.Benchmarks.Contenders;

/// <summary>Reads the lines of a file, or the files of a folder, each as one trace.</summary>
internal static class TraceLines
{
    private const int Chunk = 1 << 20;

    /// <summary>Calls with each trace's bytes, which are overwritten by the next.</summary>
    /// <param name="path">A file of lines that each end in a line feed, or a folder of one-trace files.</param>
    /// <param name="read">What to do with a trace.</param>
    public static void Each(string path, Action<ReadOnlyMemory<byte>> read)
    {
        var buffer = new byte[2 * Chunk];
        if (File.Exists(path))
        {
            EachLine(path, buffer, read);

            return;
        }

        foreach (var file in Directory.EnumerateFiles(path, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            using var handle = File.OpenHandle(file);
            read(buffer.AsMemory(0, RandomAccess.Read(handle, buffer, 0)));
        }
    }

    private static void EachLine(string path, byte[] buffer, Action<ReadOnlyMemory<byte>> read)
    {
        using var handle = File.OpenHandle(path, options: FileOptions.SequentialScan);
        var (length, offset) = (0, 0L);
        while (RandomAccess.Read(handle, buffer.AsSpan(length), offset) is > 0 and var count)
        {
            offset += count;
            length += count;
            var from = 0;
            while (buffer.AsSpan(from, length - from).IndexOf((byte)'\n') is >= 0 and var end)
            {
                read(buffer.AsMemory(from, end));
                from += end + 1;
            }

            buffer.AsSpan(from, length - from).CopyTo(buffer);
            length -= from;
            if (length == buffer.Length)
            {
                throw new InvalidDataException($"'{path}' has a line of more than {length} bytes; no corpus of ours has.");
            }
        }
    }
}
