namespace ScriptHost.Scoring;

/// <summary>Keeps more values than memory should: where they go is not this folder's matter. Disposing forgets them.</summary>
internal abstract class SpilledValues : IDisposable
{
    /// <summary>Adds values.</summary>
    public abstract void Append(ReadOnlySpan<ulong> keys);

    /// <summary>All values, from the first on, in pieces that are valid until the next one is asked for.</summary>
    public abstract IEnumerable<ReadOnlyMemory<ulong>> Read();

    /// <inheritdoc/>
    public abstract void Dispose();
}
