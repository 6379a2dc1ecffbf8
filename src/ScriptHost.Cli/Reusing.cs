using ScriptHost.Reports;
using ScriptHost.Runs;

namespace ScriptHost.Cli;

/// <summary><c>--reuse</c>: the run to take outcomes over from. What cannot be taken over is scored, and it is said why.</summary>
internal static class Reusing
{
    /// <summary>Opens the run; null when there is nothing that could be taken over.</summary>
    /// <param name="terminal">Where it is said.</param>
    /// <param name="results">The folder of runs.</param>
    /// <param name="named">The run's id, the path of its folder, or last; null takes nothing over.</param>
    /// <exception cref="InputException">There is no such run.</exception>
    public static EarlierRun? Open(Terminal terminal, string results, string? named)
    {
        if (named is null)
        {
            return null;
        }

        if (RunFolder.TryFind(results, named) is not { } folder)
        {
            terminal.Tell($"There is no run in '{results}' yet, so nothing is taken over.");

            return null;
        }

        var record = RunFolder.RecordPath(folder);
        try
        {
            if (EarlierRun.Open(record) is { } run)
            {
                return run;
            }

            terminal.Tell($"'{record}' is of another version of scripthost, so nothing is taken over.");
        }
        catch (FileNotFoundException)
        {
            terminal.Tell($"Run '{Path.GetFileName(folder)}' did not come to its end, or its 'outcomes.bin' was deleted, so nothing is taken over.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"'{record}' cannot be read: {fault.Message.TrimEnd('.')}.", fault);
        }

        return null;
    }
}
