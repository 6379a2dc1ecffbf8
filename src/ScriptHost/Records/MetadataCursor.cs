using System.Collections.ObjectModel;
using ScriptHost.Scoring;

namespace ScriptHost.Records;

/// <summary>Goes through a feedback's metadata; for <c>foreach</c>.</summary>
internal ref struct MetadataCursor
{
    private readonly int count;
    private WireSpan wire;
    private int place;

    /// <summary>Begins before the first.</summary>
    /// <param name="wire">Stands at it; <see cref="Check"/> has read it before.</param>
    public MetadataCursor(WireSpan wire)
        : this(wire.ReadInt32(), wire)
    {
    }

    private MetadataCursor(int count, WireSpan pairs)
    {
        this.count = count;
        wire = pairs;
    }

    /// <summary>Whether there is none.</summary>
    public readonly bool IsEmpty => count == 0;

    /// <summary>The key at hand.</summary>
    public ReadOnlySpan<char> Key { get; private set; }

    /// <summary>The value at hand.</summary>
    public ReadOnlySpan<char> Value { get; private set; }

    /// <summary>For <c>foreach</c>.</summary>
    public readonly MetadataCursor Current => this;

    /// <summary>Passes over all of it.</summary>
    /// <exception cref="InvalidDataException">It makes no sense; a key stands twice.</exception>
    public static void Check(scoped ref WireSpan wire)
    {
        var count = wire.ReadIndex(FeedbackReading.MaxMetadata + 1);
        var pairs = new WireSpan(wire.Rest);
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
