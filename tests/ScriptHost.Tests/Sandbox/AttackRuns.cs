using System.Text.Json.Nodes;
using ScriptHost.Runs;
using ScriptHost.Scripting;
using ScriptHost.Traces;

namespace ScriptHost.Sandbox;

/// <summary>
/// All hostile scripts that only running shows: what <c>check</c> says of them, and runs over fifty traces of those that it lets pass, beside three honest
/// scorers that ship each. They run from the corpus's own folder, so that each is compiled once for all tests.
/// </summary>
public sealed class AttackRuns : IAsyncLifetime
{
    private const int Traces = 50;

    private const int Sessions = 7;

    private static readonly (string Name, int Pairs)[] Honest =
    [
        ("error_free", Traces),
        ("response_completeness", Traces),
        ("turns", Sessions),
    ];

    /// <summary>The codes with which scripts are refused at load, by name.</summary>
    public IReadOnlyDictionary<string, string> Refused { get; private set; } = new Dictionary<string, string>();

    /// <summary>How the pairs of each script that was run ended, by name: an error's code or an outcome, each once, without those in quarantine.</summary>
    public Dictionary<string, IReadOnlyList<string>> Ends { get; } = [];

    /// <summary>The honest scorers of the runs, each with how many of its pairs are missing from the record, not scored, or twice in it.</summary>
    public List<(string Scorer, int Wrong)> HonestPairs { get; } = [];

    /// <summary>The exit codes of the runs.</summary>
    public List<int> ExitCodes { get; } = [];

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var compiled = Scripts.SourceVerdicts.Value.Where(v => v.Image is not null).Select(v => v.Source.Name).ToHashSet(StringComparer.Ordinal);
        var passed = Scripts.Contained.Where(s => compiled.Contains(s.Name)).ToList();
        Refused = await CheckAsync(passed);
        var loaded = passed.Where(s => !Refused.ContainsKey(s.Name)).ToList();

        // Those whose end is a message come first and alone: a deadline that passes because the machine is busy would take its place.
        var shared = await RunAsync(loaded.Where(s => !EndsWorkers(s)), "process");

        // Each of the others in workers of its own: a new one then need not load them all.
        var alone = await Task.WhenAll(loaded.Where(EndsWorkers).Index().GroupBy(s => s.Index % 2).Select(half => RunAsync(half.Select(s => s.Item), "scorer")));
        foreach (var (exitCode, lines) in alone.Prepend(shared))
        {
            ExitCodes.Add(exitCode);
            Take(lines);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task<Dictionary<string, string>> CheckAsync(IEnumerable<ScriptSource> scripts)
    {
        using var workspace = new Workspace();

        var (exitCode, output, error) = await workspace.RunAsync(["check", .. scripts.Select(s => s.Path), "--format", "json", "--isolation", "process"]);

        exitCode.ShouldBe(5, error);

        return JsonNode.Parse(output).ShouldNotBeNull().AsArray()
            .Where(d => $"{d?["severity"]}" == "error" && (int?)d?["line"] >= 1)
            .GroupBy(d => Path.GetFileNameWithoutExtension($"{d?["path"]}"), StringComparer.Ordinal)
            .ToDictionary(d => d.Key, d => string.Join(", ", d.Select(f => $"{f?["code"]}").Distinct()), StringComparer.Ordinal);
    }

    // Only decides who shares workers: whoever ends them unannounced is found out all the same.
    private static bool EndsWorkers(ScriptSource script) => script.Name.Split('-')[1] is "loop" or "recursion" or "mem" or "cpu";

    private static async Task<(int ExitCode, string[] Lines)> RunAsync(IEnumerable<ScriptSource> scripts, string isolation)
    {
        using var workspace = new Workspace()
            .Traces("a.jsonl", [.. Enumerable.Range(1, Traces).Select(i => TraceTexts.With($"tr-{i}", $"s-{i % Sessions}"))]);

        var (exitCode, output, error) = await workspace.RunAsync(
            "run", workspace.At("traces"), "--scorers", Scripts.AttackFolder, "--scorer", string.Join(',', scripts.Select(s => s.Name).Concat(Honest.Select(h => h.Name))),
            "--out", workspace.At("results"), "--format", "jsonl", "--isolation", isolation, "--jobs", "1", "--timeout", "300ms", "--memory", "256MB");

        output.ShouldNotBeEmpty(error);

        return (exitCode, output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private void Take(string[] lines)
    {
        var scorers = lines.Select(l => JsonNode.Parse(l).ShouldNotBeNull()).ToLookup(o => $"{o["scorer"]}", StringComparer.Ordinal);
        foreach (var (name, pairs) in Honest)
        {
            var scored = scorers[name].Where(o => $"{o["outcome"]}" == "scored").Select(o => $"{o["trace_id"]}").ToList();
            HonestPairs.Add((name, pairs - scored.Distinct().Count() + (scored.Count - pairs)));
        }

        foreach (var scorer in scorers.Where(s => Honest.All(h => h.Name != s.Key)))
        {
            Ends.Add(scorer.Key, [.. scorer.Where(o => !$"{o["reason"]}".Contains("quarantine", StringComparison.Ordinal)).Select(End).Distinct().Order(StringComparer.Ordinal)]);
        }
    }

    private static string End(JsonNode outcome) => $"{outcome["assessments"]?.AsArray().FirstOrDefault()?["feedback"]?["error"]?["error_code"] ?? outcome["outcome"]}";
}
