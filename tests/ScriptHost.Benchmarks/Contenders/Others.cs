using ScriptHost.Benchmarks.Measuring;

namespace ScriptHost.Benchmarks.Contenders;

/// <summary>What else reads traces and writes a line for each: programs of the machine, and verbs of the benchmarks.</summary>
/// <param name="place">Where results go.</param>
/// <param name="report">Told what is left out.</param>
internal sealed class Others(Workplace place, Report report)
{
    /// <summary>The name of <see cref="Loop"/> as a verb.</summary>
    public const string LoopVerb = "loop";

    /// <summary>The name of <see cref="Documents"/> as a verb.</summary>
    public const string DocumentVerb = "document";

    /// <summary>Counts lines, and does nothing else.</summary>
    public static Contender LineCount(string traces) => new("`wc -l`", "wc", ["-l", traces]);

    /// <summary>The hand-written loop over bytes.</summary>
    public Contender Loop(string traces) => Writing("hand-written loop", Itself, [LoopVerb, traces]);

    /// <summary>JsonDocument, in a process of its own.</summary>
    public Contender Documents(string traces, Work work) => Writing("JsonDocument a line", Itself, [DocumentVerb, traces, work.ToString().ToLowerInvariant()]);

    /// <summary>jq; null when there is none.</summary>
    public Contender? Jq(string traces) => Machine.Find("jq", "jq", report) is { } jq ? Writing("jq", jq, ["-r", LengthScripts.Jq, traces]) : null;

    /// <summary>node with <c>JSON.parse</c>; null when there is none.</summary>
    public Contender? Node(string traces) =>
        Machine.Find("node", "node", report) is { } node ? Writing("node `JSON.parse`", node, [place.Text("length.js", LengthScripts.Node), traces]) : null;

    private static string Itself => Path.Combine(AppContext.BaseDirectory, "ScriptHost.Benchmarks");

    // The shell gives way to the program: one process, which writes to a file as scripthost does.
    private Contender Writing(string name, string program, IReadOnlyList<string> arguments)
    {
        var lines = place.Fresh(string.Concat(name.Where(char.IsLetter)) + ".tsv");

        return new(name, "sh", ["-c", "exec \"$@\" > \"$0\"", lines, program, .. arguments]) { Total = () => TabbedTotal.Of(lines) };
    }
}
