namespace ScriptHost.Benchmarks.Corpora;

/// <summary>How large traces are.</summary>
internal enum CorpusShape
{
    /// <summary>All near 3.7 KB.</summary>
    Small,

    /// <summary>12.9 KB in the mean, with a long tail up to 938 KB; see <see cref="TraceSizes"/>.</summary>
    Mix,
}
