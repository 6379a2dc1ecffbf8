using System.CommandLine;
using ScriptHost.Runs;

namespace ScriptHost.Cli;

/// <summary><c>scripthost watch</c>: its arguments.</summary>
internal static class WatchCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var traces = Options.TracesArgument("Trace files, folders or globs.");
        var selection = new SelectionOptions();
        var where = Options.Where();
        var limit = Options.Limit();
        var traceIds = Options.TraceId();
        var jobs = Options.Jobs();
        var timeout = Options.Timeout();
        var isolation = Options.Isolation();
        var memory = Options.Memory();
        var requireContainment = Options.RequireContainment();
        var poll = new Option<bool>("--poll") { Description = "Look for changes every now and then, where the system tells of none, such as on a network drive." };
        var command = new Command("watch", "Scores traces anew whenever a script, a preset or a file of traces changes, until Ctrl+C. Writes no results; a preset's 'sample' holds.")
        {
            traces, where, limit, traceIds, jobs, timeout, isolation, memory, requireContainment, poll,
        };
        selection.All.ToList().ForEach(command.Add);

        return command.Does((parse, terminal, cancellationToken) =>
        {
            var options = new RunOptions
            {
                Traces = parse.GetRequiredValue(traces),
                Where = parse.GetValue(where),
                Limit = (int?)parse.GetValue(limit),
                TraceIds = parse.GetRequiredValue(traceIds),
                Jobs = (int?)parse.GetValue(jobs) ?? Environment.ProcessorCount,
                Timeout = parse.GetValue(timeout) ?? Defaults.Timeout,
                Isolation = parse.GetValue(isolation) ?? Defaults.Isolation,
                Memory = parse.GetValue(memory) ?? Defaults.Memory,
                RequiresContainment = parse.GetValue(requireContainment),

                // Errors show in the table; there is no exit code for them to change.
                MaxErrors = long.MaxValue,
                ReusesErrors = true,
            };
            if (options.Traces.Contains("-"))
            {
                throw new InputException("Standard input cannot be watched: it can be read once only. Name files or folders of traces.");
            }

            options.RefuseUncontained();

            return new Watch(terminal, options, selection.Read(parse), parse.GetValue(poll)).ExecuteAsync(cancellationToken);
        });
    }
}
