using System.Buffers.Binary;
using System.Security.Cryptography;
using ScriptHost.Records;

namespace ScriptHost.Runs;

/// <summary>
/// What a run did so far, in a file that is only ever appended to, so that a run that was ended at any moment can be gone on with: first what the run is,
/// then shards and batches of sessions in their order. A record that is cut or damaged counts as not written, with all behind it.
/// Layout of a record: its length (4 bytes), the first 8 bytes of its SHA-256, its bytes.
/// </summary>
internal sealed class Journal : IDisposable
{
    private const int HashLength = 8;

    private const int HeadLength = sizeof(int) + HashLength;

    private readonly FileStream file;
    private readonly WireWriter writer = new();
    private bool isRecalling;

    private Journal(FileStream file, bool isRecalling)
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
        var journal = new Journal(new(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 1), isRecalling: false);
        journal.writer.Clear();
        start.Write(journal.writer);
        journal.Append();

        return journal;
    }

    /// <summary>Opens a journal to go on with.</summary>
    /// <param name="path">The file.</param>
    /// <param name="start">How the run was asked for.</param>
    /// <exception cref="InputException">It is no journal, or another process is at it.</exception>
    public static Journal Open(string path, out RunStart start)
    {
        FileStream? file = null;
        try
        {
            file = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);

            // Whatever is wrong with going on, what was noted stays.
            var journal = new Journal(file, isRecalling: true) { HasNotes = true };
            start = RunStart.Read(new(journal.Next() ?? throw WireReader.Broken()));

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
        if (isRecalling && Next() is { } noted)
        {
            identity.Check(RunIdentity.Read(new(noted)));

            return;
        }

        StopRecalling();
        writer.Clear();
        identity.Write(writer);
        Append();
    }

    /// <summary>Fills in what came of a shard in an earlier life of the run; false when it must be scored. Called in the order of shards.</summary>
    public bool Recall(ShardResult shard) => Recall(shard.Read);

    /// <summary>Fills in what came of a batch of sessions; false when it must be scored. Called in the order of batches, after all shards.</summary>
    public bool Recall(SessionResult batch) => Recall(batch.Read);

    /// <summary>Notes what came of the next shard.</summary>
    public void Note(ShardResult shard)
    {
        writer.Clear();
        shard.Write(writer);
        Append();
        HasNotes = true;
    }

    /// <summary>Notes what came of the next batch of sessions.</summary>
    public void Note(SessionResult batch)
    {
        writer.Clear();
        batch.Write(writer);
        Append();
        HasNotes = true;
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();

    private static void Hash(ReadOnlySpan<byte> bytes, Span<byte> hash)
    {
        Span<byte> whole = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, whole);
        whole[..HashLength].CopyTo(hash);
    }

    private bool Recall(Action<WireReader> read)
    {
        var place = file.Position;
        if (isRecalling && Next() is { } noted)
        {
            try
            {
                read(new(noted));
                HasNotes = true;

                return true;
            }
            catch (InvalidDataException)
            {
                file.Position = place;
            }
        }

        StopRecalling();

        return false;
    }

    // What is behind the last good record was being written when the run ended.
    private void StopRecalling()
    {
        if (isRecalling)
        {
            isRecalling = false;
            file.SetLength(file.Position);
        }
    }

    private void Append()
    {
        var record = writer.Written;
        Span<byte> head = stackalloc byte[HeadLength];
        BinaryPrimitives.WriteInt32LittleEndian(head, record.Length);
        Hash(record, head[sizeof(int)..]);
        file.Write(head);
        file.Write(record);
    }

    // The next good record; null when there is none, and then the place is where it would begin.
    private byte[]? Next()
    {
        var place = file.Position;
        Span<byte> head = stackalloc byte[HeadLength];
        if (file.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false) == HeadLength
            && BinaryPrimitives.ReadInt32LittleEndian(head) is >= 0 and var length
            && length <= file.Length - file.Position)
        {
            var record = new byte[length];
            file.ReadExactly(record);
            Span<byte> hash = stackalloc byte[HashLength];
            Hash(record, hash);
            if (hash.SequenceEqual(head[sizeof(int)..]))
            {
                return record;
            }
        }

        file.Position = place;

        return null;
    }
}
