namespace ScriptHost.Watching;

/// <summary>What may happen to a file.</summary>
internal enum FileChangeKind
{
    /// <summary>Its content.</summary>
    Changed,

    /// <summary>It was not there.</summary>
    New,

    /// <summary>It is not there any more.</summary>
    Gone,
}
