using ScriptHost.Records;

namespace ScriptHost.Runs;

/// <summary>
/// What a run did so far, in a file that is only ever appended to, so that a run that was ended at any moment can be gone on with, and that a later
/// one can take outcomes over: first what the run is, then shards and batches of sessions in their order.
/// </summary>
internal sealed class Journal : IDisposable
{
    /// <summary>The first byte of a shard's record.</summary>
    public const byte ShardMark = 1;

    /// <summary>The first byte of a record of a batch of sessions.</summary>
    public const byte SessionsMark = 2;

    private readonly RecordFile file;
    private readonly WireWriter writer = new();
    private bool isRecalling;

    private Journal(RecordFile file, bool isRecalling)
    {
        this.file = file;
        this.isRecalling = isRecalling;
    }

    /// <summary>Whether there is anything to go on with.</summary>
    public bool HasNotes { get; private set; }

    /// <summary>Begins a journal.</summary>
    /// <param name="path">A file that does not exist.</param>
    /// <param name="start">How the run was asked for.</param>
    public static Journal Create(string path, RunStart start)
    {
        var journal = new Journal(RecordFile.Create(path), isRecalling: false);
        journal.writer.Clear();
        start.Write(journal.writer);
        journal.file.Append(journal.writer.Written);

        return journal;
    }

    /// <summary>Opens a journal to go on with.</summary>
    /// <param name="path">The file.</param>
    /// <param name="start">How the run was asked for.</param>
    /// <exception cref="InputException">It is no journal, or another process is at it.</exception>
    public static Journal Open(string path, out RunStart start)
    {
        RecordFile? file = null;
        try
        {
            file = RecordFile.Open(path, FileAccess.ReadWrite);

            // Whatever is wrong with going on, what was noted stays.
            var journal = new Journal(file, isRecalling: true) { HasNotes = true };
            start = RunStart.Read(new(file.Next() ?? throw WireReader.Broken()));

            return journal;
        }
        catch (InvalidDataException)
        {
            file?.Dispose();

            throw new InputException($"'{path}' is no journal of this version; run again from the start.");
        }
        catch (IOException fault)
        {
            file?.Dispose();

            throw new InputException($"The journal '{path}' cannot be opened: {fault.Message}");
        }
    }

    /// <summary>Notes what the run rests on; of a run that is gone on with, checks that it is still the same.</summary>
    /// <exception cref="InputException">It is not; the message names the first difference.</exception>
    public void Identify(RunIdentity identity)
    {
        if (isRecalling && file.Next() is { } noted)
        {
            identity.Check(RunIdentity.Read(new(noted)));

            return;
        }

        StopRecalling();
        writer.Clear();
        identity.Write(writer);
        file.Append(writer.Written);
    }

    /// <summary>Fills in what came of a shard in an earlier life of the run; false when it must be scored. Called in the order of shards.</summary>
    public bool Recall(ShardResult shard) => Recall(ShardMark, shard.Read);

    /// <summary>Fills in what came of a batch of sessions; false when it must be scored. Called in the order of batches, after all shards.</summary>
    public bool Recall(SessionResult batch) => Recall(SessionsMark, batch.Read);

    /// <summary>Notes what came of the next shard.</summary>
    public void Note(ShardResult shard) => Note(ShardMark, shard.Write);

    /// <summary>Notes what came of the next batch of sessions.</summary>
    public void Note(SessionResult batch) => Note(SessionsMark, batch.Write);

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();

    private void Note(byte mark, Action<WireWriter> write)
    {
        writer.Clear();
        writer.Write(mark);
        write(writer);
        file.Append(writer.Written);
        HasNotes = true;
    }

    private bool Recall(byte mark, Action<WireReader> read)
    {
        var place = file.Position;
        if (isRecalling && file.Next() is { } noted && TryRead(noted, mark, read))
        {
            HasNotes = true;

            return true;
        }

        if (isRecalling)
        {
            file.Position = place;
        }

        StopRecalling();

        return false;
    }

    private static bool TryRead(byte[] noted, byte mark, Action<WireReader> read)
    {
        try
        {
            var reader = new WireReader(noted);
            if (reader.ReadByte() != mark)
            {
                return false;
            }

            read(reader);

            return true;
        }
        catch (InvalidDataException)
        {
            // It makes no sense here: as if it were not written.
            return false;
        }
    }

    // What is behind the last good record was being written when the run ended.
    private void StopRecalling()
    {
        if (isRecalling)
        {
            isRecalling = false;
            file.Cut();
        }
    }
}
