using System.Collections.ObjectModel;
using ScriptHost.Scoring;

namespace ScriptHost.Records;

/// <summary>Goes through a feedback's metadata; for <c>foreach</c>.</summary>
internal ref struct MetadataCursor
{
    private readonly int count;
    private WireSpan wire;
    private int place;

    private MetadataCursor(int count, ReadOnlySpan<byte> pairs)
    {
        this.count = count;
        wire = new(pairs);
    }

    /// <summary>Whether there is none.</summary>
    public readonly bool IsEmpty => count == 0;

    /// <summary>The key at hand.</summary>
    public ReadOnlySpan<char> Key { get; private set; }

    /// <summary>The value at hand.</summary>
    public ReadOnlySpan<char> Value { get; private set; }

    /// <summary>For <c>foreach</c>.</summary>
    public readonly MetadataCursor Current => this;

    /// <summary>Reads all, and begins before the first.</summary>
    /// <exception cref="InvalidDataException">It makes no sense; a key stands twice.</exception>
    public static MetadataCursor Read(scoped ref WireSpan wire)
    {
        var count = wire.ReadIndex(FeedbackReading.MaxMetadata + 1);
        if (count == 0)
        {
            return default;
        }

        var pairs = wire.Rest;
        for (var i = 0; i < count; i++)
        {
            var before = new MetadataCursor(i, pairs);
            var key = wire.ReadText();
            wire.ReadText();
            while (before.MoveNext())
            {
                if (before.Key.SequenceEqual(key))
                {
                    throw WireReader.Broken();
                }
            }
        }

        return new(count, pairs[..^wire.Rest.Length]);
    }

    /// <summary>For <c>foreach</c>.</summary>
    public readonly MetadataCursor GetEnumerator() => this;

    /// <summary>Goes to the next pair.</summary>
    public bool MoveNext()
    {
        if (place == count)
        {
            return false;
        }

        place++;
        Key = wire.ReadText();
        Value = wire.ReadText();

        return true;
    }

    /// <summary>An object of it.</summary>
    public readonly ReadOnlyDictionary<string, string> ToDictionary()
    {
        if (IsEmpty)
        {
            return ReadOnlyDictionary<string, string>.Empty;
        }

        var metadata = new Dictionary<string, string>(count, StringComparer.Ordinal);
        foreach (var pair in this)
        {
            metadata.Add(pair.Key.ToString(), pair.Value.ToString());
        }

        return metadata.AsReadOnly();
    }
}
