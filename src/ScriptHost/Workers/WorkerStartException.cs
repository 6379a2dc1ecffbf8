namespace ScriptHost.Workers;

/// <summary>A worker ended before it was ready.</summary>
/// <param name="end">How.</param>
/// <param name="innerException">What was seen of it.</param>
internal sealed class WorkerStartException(WorkerEnd end, Exception innerException) : IOException("A worker ended before it was ready.", innerException)
{
    /// <summary>How it ended.</summary>
    public WorkerEnd End => end;
}
