namespace ScriptHost.Workers;

/// <summary>Who ended a worker.</summary>
internal enum WorkerEndCause
{
    /// <summary>Its parent, over a call that took too long.</summary>
    Parent,

    /// <summary>It crashed.</summary>
    Itself,

    /// <summary>Somebody killed it: a person, or the kernel when the machine's memory was used up.</summary>
    SomebodyElse,

    /// <summary>Any of several workers that were in one process, or whoever ended that.</summary>
    Anybody,
}
