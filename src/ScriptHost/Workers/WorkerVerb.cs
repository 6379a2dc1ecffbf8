namespace ScriptHost.Workers;

/// <summary>What a frame to a worker asks for, and what a frame from one tells.</summary>
internal enum WorkerVerb : byte
{
    /// <summary>From, first of all: what of the operating system holds the worker.</summary>
    Ready,

    /// <summary>To: the code that the worker is for, and what scripts may use.</summary>
    Scripts,

    /// <summary>To: run a script's top level and describe its scorer. From: the description.</summary>
    Describe,

    /// <summary>To: what the run scores.</summary>
    Open,

    /// <summary>To: score a shard. From: it came to its end.</summary>
    Shard,

    /// <summary>To: score a batch of sessions. From: it came to its end.</summary>
    Sessions,

    /// <summary>From: a trace is done.</summary>
    Trace,

    /// <summary>From: a document is malformed.</summary>
    Fault,

    /// <summary>From: a piece is done.</summary>
    Piece,

    /// <summary>From: the shard ends within a piece.</summary>
    Cut,

    /// <summary>From: a session is done.</summary>
    Session,

    /// <summary>From: the input cannot be used, and why.</summary>
    BadInput,

    /// <summary>From: the worker broke down through a fault of ours, and why.</summary>
    Breakdown,
}
