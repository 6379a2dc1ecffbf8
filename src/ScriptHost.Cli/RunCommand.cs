using System.CommandLine;
using System.CommandLine.Parsing;
using ScriptHost.Reports;

namespace ScriptHost.Cli;

/// <summary><c>scripthost run</c>: its arguments.</summary>
internal static class RunCommand
{
    /// <summary>The command.</summary>
    public static Command Create() =>
        Create((terminal, arguments, resumed, cancellationToken) => new Run(terminal, arguments, resumed).Execute(cancellationToken));

    /// <summary>The command.</summary>
    /// <param name="run">What it does with what it read, and with the folder of the run that is gone on with.</param>
    public static Command Create(Func<Terminal, RunArguments, RunFolder?, CancellationToken, ExitCode> run)
    {
        var scoring = new ScoringOptions("Trace files, folders, globs, or - for standard input.");
        var selection = new SelectionOptions();
        var results = new Option<string>("--out") { Description = "The folder of runs.", HelpName = "DIR", DefaultValueFactory = _ => Defaults.Results };
        var format = Options.Format(RunArguments.Formats);
        var maxErrors = Options.Number("--max-errors", "How many scorer errors to allow before the run exits with 9. Default: 0.", least: 0);
        var strict = new Option<bool>("--strict") { Description = "Read every byte of every trace, and exit with 5 when one is malformed." };
        var report = ReportRequest.Option();
        var baseline = new Option<string?>("--baseline") { Description = "Compare with this run: its id, the path of its folder, or last. Thresholds of no_worse_than hold against it.", HelpName = "RUN" };
        var reuse = new Option<string?>("--reuse") { Description = "Take over the outcomes of this run (its id, the path of its folder, or last) where trace, scorer, settings and allowlist are the same.", HelpName = "RUN" };
        var reuseErrors = new Option<bool>("--reuse-errors") { Description = "Take over errors too, but for those of time, memory and crashes." };
        var profile = new Option<bool>("--profile") { Description = "Measure what calls cost: time and allocations by scorer, and the slowest calls. In the table and in run.json." };
        var resume = new Option<string?>("--resume") { Description = "Go on with a run that did not come to its end.", HelpName = "RUN" };
        Option[] forResumed = [resume, results, format, scoring.Jobs];
        var command = new Command("run", "Scores traces with the scorers of a folder, or with presets.")
        {
            scoring.Traces, results, format,
        };
        Option[] others = [.. scoring.All, maxErrors, strict, baseline, reuse, reuseErrors, profile, report, resume, .. selection.All];
        others.ToList().ForEach(command.Add);

        return command.Does((parse, terminal, cancellationToken) =>
        {
            if (parse.GetValue(resume) is not { } resumed)
            {
                return run(terminal, Arguments(parse), null, cancellationToken);
            }

            if (parse.CommandResult.Children.FirstOrDefault(c => IsGiven(c) && !(c is OptionResult o && forResumed.Contains(o.Option))) is { } other)
            {
                throw new InputException($"{(other is OptionResult o ? o.Option.Name : "TRACES")} cannot be given with --resume: a run goes on as it began.");
            }

            using var folder = RunFolder.Resume(parse.GetRequiredValue(results), resumed);
            if (folder.Start.Folder != Environment.CurrentDirectory)
            {
                throw new InputException($"Run '{resumed}' began in '{folder.Start.Folder}'; go on with it there.");
            }

            var begun = Arguments(command.Parse(folder.Start.Arguments, Options.Parsing));

            return run(
                terminal,
                begun with
                {
                    Options = begun.Options with { Jobs = (int?)parse.GetValue(scoring.Jobs) ?? begun.Options.Jobs },
                    Format = parse.GetResult(format) is { Implicit: false } ? parse.GetRequiredValue(format) : begun.Format,
                },
                folder,
                cancellationToken);
        });

        static bool IsGiven(SymbolResult result) => result is OptionResult { Implicit: false } or ArgumentResult { Tokens.Count: > 0 };

        RunArguments Arguments(ParseResult parse) => new()
        {
            Options = scoring.Read(parse) with
            {
                MaxErrors = parse.GetValue(maxErrors) ?? 0,
                Strict = parse.GetValue(strict),
                IsProfiled = parse.GetValue(profile),
                ReusesErrors = parse.GetValue(reuseErrors),
            },
            Selection = selection.Read(parse),
            Results = parse.GetRequiredValue(results),
            Format = parse.GetRequiredValue(format),
            Baseline = parse.GetValue(baseline),
            Reuse = parse.GetValue(reuse) ?? (parse.GetValue(reuseErrors) ? throw new InputException("--reuse-errors says how to reuse a run; name it with --reuse.") : null),
            Reports = parse.GetRequiredValue(report),

            // All that stands behind the command: a result's own tokens are without those of its options.
            CommandLine = [.. parse.Tokens.SkipWhile(t => t.Type != TokenType.Command).Skip(1).Select(t => t.Value)],
        };
    }
}
