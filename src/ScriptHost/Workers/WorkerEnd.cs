namespace ScriptHost.Workers;

/// <summary>How a worker ended.</summary>
/// <param name="Unit">The index of the unit that it was at; -1 when it was at none.</param>
/// <param name="Scorer">The index of the scorer that was running; -1 when none was.</param>
/// <param name="Code">One of <see cref="Scoring.ErrorCode"/>.</param>
/// <param name="Cause">Who ended it.</param>
/// <param name="LastWords">The beginning of what it wrote to its standard error; mostly empty.</param>
internal readonly record struct WorkerEnd(int Unit, int Scorer, string Code, WorkerEndCause Cause, string LastWords);
