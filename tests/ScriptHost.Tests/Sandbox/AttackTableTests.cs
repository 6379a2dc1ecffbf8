namespace ScriptHost.Sandbox;

/// <summary>Which layer caught which hostile script.</summary>
public sealed class AttackTableTests(AttackRuns runs) : IClassFixture<AttackRuns>
{
    // Which of these it is depends on how fast the machine is.
    private static readonly string[] WorkerEnds = ["SCORER_TIMEOUT", "SCORER_OUT_OF_MEMORY", "SCORER_STACK_OVERFLOW", "SCORER_CRASHED"];

    // What they return is so large that the deadline may come before the limit on it.
    private static readonly string[] Large =
    [
        "306-throw-huge-message", "311-throw-aggregate-flood", "321-return-deep-list", "325-return-giant-string", "326-return-giant-rationale", "331-return-million-feedback",
        "340-return-span-boxed-char-array",
    ];

    [Fact]
    public void Every_attack_is_caught_by_a_layer()
    {
        var source = Scripts.SourceVerdicts.Value.Where(v => v.Image is null)
            .ToDictionary(v => v.Source.Name, v => string.Join(", ", v.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.Code).Distinct()), StringComparer.Ordinal);

        var table = Scripts.SourceVerdicts.Value.Select(v => v.Source.Name).Order(StringComparer.Ordinal).Select(name => $"{name,-45} {Layer(name, source)}".TrimEnd());

        string.Join('\n', table).ShouldMatchApproved();
    }

    [Fact]
    public void Every_pair_of_an_honest_scorer_beside_them_is_scored() => runs.HonestPairs.ShouldAllBe(h => h.Wrong == 0);

    [Fact]
    public void The_runs_end_with_the_code_for_scorer_errors() => runs.ExitCodes.ShouldAllBe(c => c == 9);

    private string Layer(string name, IReadOnlyDictionary<string, string> source)
    {
        if (source.TryGetValue(name, out var codes))
        {
            var image = Scripts.ImageVerdicts.Value.TryGetValue(name, out var faults) ? faults > 0 ? "; the check of images too" : "; the check of images lets it pass" : "; makes no image";

            return $"refused, check of the source: {codes}{(Scripts.Contained.Any(s => s.Name == name) ? "" : image)}";
        }

        if (runs.Refused.TryGetValue(name, out var atLoad))
        {
            return $"refused, load: {atLoad}";
        }

        // Beside another end the deadline only shows that the machine is busy.
        var ends = runs.Ends[name].Except(WorkerEnds).ToList();

        return Large.Contains(name) ? "contained: cut to the limits of what is kept, or ended at the deadline"
            : ends.Count == 0 ? "contained: the worker was ended over each call, then quarantine"
            : ends is ["scored"] ? "ran: its results are legal"
            : $"contained: {string.Join(", ", ends)}";
    }
}
