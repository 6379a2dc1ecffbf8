namespace ScriptHost.Runs;

/// <summary>What a run is asked to do.</summary>
internal sealed record RunOptions
{
    /// <summary>Files, folders, globs, or <c>-</c> for standard input.</summary>
    public IReadOnlyList<string> Traces { get; init; } = ["traces"];

    /// <summary>Which traces to score; null takes all.</summary>
    public TraceFilter? Where { get; init; }

    /// <summary>The ids of the traces to score; empty takes all.</summary>
    public IReadOnlyList<string> TraceIds { get; init; } = [];

    /// <summary>How many traces to read at most, counted after <see cref="Where"/> and <see cref="TraceIds"/>; null reads all.</summary>
    public int? Limit { get; init; }

    /// <summary>How many calls may run side by side; 1 and up.</summary>
    public int Jobs { get; init; } = Environment.ProcessorCount;

    /// <summary>The longest one scorer call may take, in wall-clock time.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Where scripts run.</summary>
    public Isolation Isolation { get; init; }

    /// <summary>The most bytes that the heap of one worker may have; 64 MiB and up.</summary>
    public long Memory { get; init; } = 1L << 30;

    /// <summary>Whether scripts run only where every layer of the operating system's containment holds them.</summary>
    public bool RequiresContainment { get; init; }

    /// <summary>How many (scorer, unit) pairs may end in an error before the run exits with 9.</summary>
    public long MaxErrors { get; init; }

    /// <summary>Whether errors of an earlier run are taken over as well; those of time, memory and crashes never are.</summary>
    public bool ReusesErrors { get; init; }

    /// <summary>Whether the cost of each call is measured.</summary>
    public bool IsProfiled { get; init; }

    /// <summary>Whether a malformed trace makes the run exit with 5.</summary>
    public bool Strict { get; init; }

    /// <summary>Whether scripts can be unloaded, for whoever runs again and again; their first calls take longer then.</summary>
    public bool Unloads { get; init; }

    /// <summary>Refuses to run scripts where nothing holds them, if that was asked for.</summary>
    /// <exception cref="InputException">It was, and nothing does.</exception>
    public void RefuseUncontained()
    {
        if (RequiresContainment && Isolation == Isolation.None)
        {
            throw new InputException("--require-containment is given, and --isolation none runs scripts in this process, which nothing holds.");
        }
    }
}
