using System.CommandLine;
using System.CommandLine.Parsing;
using ScriptHost.Runs;

namespace ScriptHost.Cli;

/// <summary>The options that commands share, and how their values are read.</summary>
internal static class Options
{
    /// <summary>The name of <see cref="NoColor"/>.</summary>
    public const string NoColorName = "--no-color";

    /// <summary>How all arguments are parsed: one that begins with <c>@</c> names no file of arguments.</summary>
    public static ParserConfiguration Parsing { get; } = new() { ResponseFileTokenReplacer = null };

    /// <summary><c>--no-color</c>, for all commands.</summary>
    public static Option<bool> NoColor() =>
        new(NoColorName) { Description = "Print without colours, as with the environment variable NO_COLOR.", Recursive = true };

    /// <summary><c>--scorers</c>.</summary>
    public static Option<string> Scorers() => new("--scorers")
    {
        Description = "The folder of scorer scripts.",
        HelpName = "DIR",
        DefaultValueFactory = _ => Defaults.Scorers,
    };

    /// <summary><c>--presets</c>.</summary>
    public static Option<string> Presets() => new("--presets")
    {
        Description = "The folder of presets.",
        HelpName = "DIR",
        DefaultValueFactory = _ => Defaults.Presets,
    };

    /// <summary><c>--allowlist</c>; null when not given.</summary>
    public static Option<string?> Allowlist() => new("--allowlist")
    {
        Description = "What scripts may use, in place of the list that ships.",
        HelpName = "FILE",
    };

    /// <summary><c>--traces</c>, for commands whose arguments are something else.</summary>
    public static Option<string[]> Traces() => new("--traces")
    {
        Description = "Trace files, folders or globs; may be repeated.",
        HelpName = "PATH",
        DefaultValueFactory = _ => [Defaults.Traces],
    };

    /// <summary><c>--timeout</c>; null when not given.</summary>
    public static Option<TimeSpan?> Timeout() => new("--timeout")
    {
        Description = "The longest one scorer call may take: 10s, 500ms, 2m, 1h or seconds. Default: 10s.",
        HelpName = "TIME",
        CustomParser = result => Read(result, DurationText.Parse, "a time of at most a day, such as 10s, 500ms, 2m or 1h"),
    };

    /// <summary><c>--isolation</c>; null when not given.</summary>
    public static Option<Isolation?> Isolation() => new("--isolation")
    {
        Description = "Where scripts run: process (worker processes; the default), scorer (each scorer has workers of its own) or none (this process, where a script that hangs ends the run).",
        HelpName = string.Join('|', IsolationName.All),
        CustomParser = result => Read(result, IsolationName.Parse, $"one of {string.Join(", ", IsolationName.All)}", IsolationName.All),
        CompletionSources = { _ => IsolationName.All.Select(f => new System.CommandLine.Completions.CompletionItem(f)) },
    };

    /// <summary><c>--require-containment</c>.</summary>
    public static Option<bool> RequireContainment() =>
        new("--require-containment") { Description = "Refuse to run scripts unless every layer of the operating system's containment holds them." };

    /// <summary><c>--memory</c>; null when not given.</summary>
    public static Option<long?> Memory() => new("--memory")
    {
        Description = "The most memory that one worker's heap may have: 256MB, 2GB. At least 64MB; default: 1GB.",
        HelpName = "SIZE",
        CustomParser = result => Read(result, SizeText.Parse, "a size from 64MB to 64GB, such as 512MB or 2GB"),
    };

    /// <summary><c>--format</c>.</summary>
    /// <param name="formats">The formats there are, the default first.</param>
    public static Option<string> Format(params string[] formats) => new("--format")
    {
        Description = $"What to print to standard output: {string.Join(", ", formats)}.",
        HelpName = string.Join('|', formats),
        DefaultValueFactory = _ => formats[0],
        CustomParser = result => Read(result, text => formats.FirstOrDefault(f => f == text), $"one of {string.Join(", ", formats)}", formats) ?? formats[0],
        CompletionSources = { _ => formats.Select(f => new System.CommandLine.Completions.CompletionItem(f)) },
    };

    /// <summary><c>--where</c>.</summary>
    public static Option<TraceFilter?> Where() => new("--where")
    {
        Description = "Score only traces for which this holds, such as: tags.env = 'prod' AND state = 'ERROR'.",
        HelpName = "FILTER",
        CustomParser = result =>
        {
            try
            {
                return TraceFilter.Parse(result.Tokens[0].Value);
            }
            catch (FormatException fault)
            {
                result.AddError($"--where: {fault.Message}");

                return null;
            }
        },
    };

    /// <summary>An option for a whole number.</summary>
    public static Option<long?> Number(string name, string description, long least, long most = int.MaxValue) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result => Read<long?>(result, text => NumberText.Parse(text, least, most), most == int.MaxValue ? $"a whole number from {least}" : $"a whole number from {least} to {most}"),
    };

    private static T? Read<T>(ArgumentResult result, Func<string, T?> read, string expected, IEnumerable<string>? known = null)
    {
        var text = result.Tokens[0].Value;
        var value = read(text);
        if (value is null)
        {
            var option = result.Parent is OptionResult parent ? parent.Option.Name : "The argument";
            result.AddError($"{option} is '{text}'; it must be {expected}.{Suggestion.Sentence(text, known ?? [])}");
        }

        return value;
    }
}
