namespace ScriptHost.Reports;

/// <summary>What a run writes for others, besides its own folder.</summary>
internal interface IReport
{
    /// <summary>Writes it.</summary>
    /// <param name="run">The run, which came to its end.</param>
    /// <param name="cancellationToken">Stops writing.</param>
    /// <returns>What was written, one sentence.</returns>
    /// <exception cref="IOException">It cannot be written, or the run's results cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The same, for want of rights.</exception>
    /// <exception cref="InputException">The same, in a sentence for the user.</exception>
    string Write(FinishedRun run, CancellationToken cancellationToken);
}
