namespace ScriptHost.Benchmarks.Corpora;

/// <summary>Writes traces of a shape, the same for the same request: MLflow's schema 3, one a line or one a file.</summary>
internal static class Corpus
{
    /// <summary>Changes with what is written.</summary>
    public const int Version = 2;

    /// <summary>Writes a file of traces, one a line.</summary>
    /// <param name="path">The file.</param>
    /// <param name="shape">How large they are.</param>
    /// <param name="extent">How many bytes or traces; the file ends with the trace that reaches it.</param>
    public static void WriteFile(string path, CorpusShape shape, CorpusExtent extent)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20);
        var writer = new TraceWriter(shape);
        for (var number = 0; !extent.IsReached(number, file.Position); number++)
        {
            file.Write(writer.Write(number));
            file.WriteByte((byte)'\n');
        }
    }

    /// <summary>Writes a folder of one-trace files, a thousand to a subfolder.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="shape">How large they are.</param>
    /// <param name="count">How many.</param>
    public static void WriteFolder(string path, CorpusShape shape, int count)
    {
        var writer = new TraceWriter(shape);
        for (var number = 0; number < count; number++)
        {
            var folder = Path.Combine(path, $"{number / 1000:D4}");
            if (number % 1000 == 0)
            {
                Directory.CreateDirectory(folder);
            }

            using var file = File.Create(Path.Combine(folder, $"{number:D7}.json"), bufferSize: 0);
            file.Write(writer.Write(number));
        }
    }
}
