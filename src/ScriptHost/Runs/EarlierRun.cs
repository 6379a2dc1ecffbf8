using System.Buffers;
using ScriptHost.Records;

namespace ScriptHost.Runs;

/// <summary>The outcomes of a run that came to its end, found by what they were said of. Reading may go on side by side.</summary>
internal sealed class EarlierRun : IDisposable
{
    private readonly RecordFile file;
    private readonly Dictionary<(ulong Content, int Length), (long Place, int Length)> traces = [];
    private readonly Dictionary<string, (ulong Content, byte[] Outcomes)> sessions = new(StringComparer.Ordinal);

    private EarlierRun(RecordFile file)
    {
        this.file = file;
        RunId = RunStart.Read(new(file.Next() ?? throw WireReader.Broken())).RunId;
        Identity = RunIdentity.Read(new(file.Next() ?? throw WireReader.Broken()));
        while (file.Next() is { } record)
        {
            Take(record, file.Position - record.Length);
        }
    }

    /// <summary>The run's id.</summary>
    public string RunId { get; }

    /// <summary>What its outcomes rest on.</summary>
    public RunIdentity Identity { get; }

    /// <summary>Opens the record of a run.</summary>
    /// <param name="path">The file that was its journal.</param>
    /// <returns>The run; null when another version of this program wrote it, or it is damaged: then nothing can be taken over.</returns>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static EarlierRun? Open(string path)
    {
        var file = RecordFile.Open(path, FileAccess.Read);
        try
        {
            return new(file);
        }
        catch (Exception fault)
        {
            file.Dispose();
            if (fault is not InvalidDataException)
            {
                throw;
            }

            return null;
        }
    }

    /// <summary>Finds what came of a trace.</summary>
    /// <param name="content">Its document's <see cref="ContentHash"/>.</param>
    /// <param name="length">Its document's length in bytes.</param>
    /// <param name="bytes">Takes what <see cref="ShardFormat"/> wrote.</param>
    /// <returns>False when there was no such trace.</returns>
    public bool TryFind(ulong content, int length, ArrayBufferWriter<byte> bytes)
    {
        if (!traces.TryGetValue((content, length), out var found))
        {
            return false;
        }

        bytes.ResetWrittenCount();
        file.Read(found.Place, bytes.GetSpan(found.Length)[..found.Length]);
        bytes.Advance(found.Length);

        return true;
    }

    /// <summary>What came of a session; null when there was none of the same id made of the same traces.</summary>
    public byte[]? Find(SessionPlan session) => sessions.TryGetValue(session.Id, out var found) && found.Content == session.Content ? found.Outcomes : null;

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();

    private void Take(byte[] record, long place)
    {
        var reader = new WireReader(record);
        if (reader.ReadByte() == Journal.ShardMark)
        {
            var written = ShardFormat.ReadTraces(reader);
            var start = place + record.Length - written.Length;
            var cursor = new TraceCursor(written.Span, shard: null, Identity.Scorers.Count);
            while (cursor.MoveNext())
            {
                var trace = cursor.Current;
                var end = written.Length - cursor.Left;

                // Of duplicates the first one counts, in every run.
                traces.TryAdd((trace.Content, trace.Place.Length), (start + end - trace.Size, trace.Size));
            }
        }
        else
        {
            foreach (var (session, content, outcomes) in SessionResult.Of(reader))
            {
                sessions.TryAdd(session, (content, outcomes));
            }
        }
    }
}
