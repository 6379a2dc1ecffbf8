using System.CommandLine;

namespace ScriptHost.Cli;

/// <summary><c>scripthost watch</c>: its arguments.</summary>
internal static class WatchCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var scoring = new ScoringOptions("Trace files, folders or globs.");
        var selection = new SelectionOptions();
        var poll = new Option<bool>("--poll") { Description = "Look for changes every now and then, where the system tells of none, such as on a network drive." };
        var command = new Command("watch", "Scores traces anew whenever a script, a preset or a file of traces changes, until Ctrl+C. Writes no results; a preset's 'sample' holds.")
        {
            scoring.Traces,
        };
        Option[] all = [.. scoring.All, poll, .. selection.All];
        all.ToList().ForEach(command.Add);

        return command.Does((parse, terminal, cancellationToken) =>
        {
            var options = scoring.Read(parse) with
            {
                // Errors show in the table; there is no exit code for them to change.
                MaxErrors = long.MaxValue,
                ReusesErrors = true,

                // A script that was edited is another one.
                Unloads = true,
            };
            if (options.Traces.Contains("-"))
            {
                throw new InputException("Standard input cannot be watched: it can be read once only. Name files or folders of traces.");
            }

            options.RefuseUncontained();

            return new Watch(terminal, options, selection.Read(parse), parse.GetValue(poll)).Execute(cancellationToken);
        });
    }
}
