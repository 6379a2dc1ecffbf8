using System.CommandLine;
using ScriptHost.Runs;

namespace ScriptHost.Cli;

/// <summary>What says which traces are scored, where scripts run, and within which limits; the same for all commands that score whole folders.</summary>
/// <param name="tracesAre">What TRACES may be.</param>
internal sealed class ScoringOptions(string tracesAre)
{
    /// <summary>The most calls that may run side by side.</summary>
    public const long MostJobs = 1024;

    private readonly Option<TraceFilter?> where = Options.Where();
    private readonly Option<long?> limit = Options.Number("--limit", "Score at most so many traces.", least: 1);
    private readonly Option<string[]> traceIds = new("--trace-id") { Description = "Score only the trace with this id; may be repeated.", HelpName = "ID", DefaultValueFactory = _ => [] };
    private readonly Option<TimeSpan?> timeout = Options.Timeout();
    private readonly Option<Isolation?> isolation = Options.Isolation();
    private readonly Option<long?> memory = Options.Memory();
    private readonly Option<bool> requireContainment = Options.RequireContainment();

    /// <summary>The files, folders and globs.</summary>
    public Argument<string[]> Traces { get; } = new("TRACES")
    {
        Description = tracesAre,
        Arity = ArgumentArity.ZeroOrMore,
        DefaultValueFactory = _ => [Defaults.Traces],
    };

    /// <summary><c>--jobs</c>.</summary>
    public Option<long?> Jobs { get; } = Options.Number("--jobs", "How many calls may run side by side. Default: one a core.", least: 1, MostJobs);

    /// <summary>All options, without the argument.</summary>
    public IEnumerable<Option> All => [where, limit, traceIds, Jobs, timeout, isolation, memory, requireContainment];

    /// <summary>What was asked for.</summary>
    public RunOptions Read(ParseResult parse) => new()
    {
        Traces = parse.GetRequiredValue(Traces),
        Where = parse.GetValue(where),
        Limit = (int?)parse.GetValue(limit),
        TraceIds = parse.GetRequiredValue(traceIds),
        Jobs = (int?)parse.GetValue(Jobs) ?? Environment.ProcessorCount,
        Timeout = parse.GetValue(timeout) ?? Defaults.Timeout,
        Isolation = parse.GetValue(isolation) ?? Defaults.Isolation,
        Memory = parse.GetValue(memory) ?? Defaults.Memory,
        RequiresContainment = parse.GetValue(requireContainment),
    };
}
