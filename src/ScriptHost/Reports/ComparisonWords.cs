using ScriptHost.Comparison;

namespace ScriptHost.Reports;

/// <summary>What things of a comparison are called, in JSON and for people.</summary>
internal static class ComparisonWords
{
    /// <summary>A flip's name in JSON.</summary>
    public static string Name(FlipKind kind) => kind switch
    {
        FlipKind.NewlyFailing => "newly_failing",
        FlipKind.NewlyInError => "newly_in_error",
        FlipKind.NewlyPassing => "newly_passing",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A flip without a name."),
    };

    /// <summary>A flip's name for people.</summary>
    public static string Title(FlipKind kind) => kind switch
    {
        FlipKind.NewlyFailing => "Newly failing",
        FlipKind.NewlyInError => "Newly in error",
        FlipKind.NewlyPassing => "Newly passing",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A flip without a name."),
    };

    /// <summary>A change's name; <c>none</c> when chance may have done it.</summary>
    public static string Name(Change change) => change switch
    {
        Change.None => "none",
        Change.Better => "better",
        Change.Worse => "worse",
        Change.Different => "different",
        _ => throw new ArgumentOutOfRangeException(nameof(change), change, "A change without a name."),
    };

    /// <summary>Which way is better.</summary>
    public static string Better(Direction direction) => direction switch
    {
        Direction.Higher => "higher",
        Direction.Lower => "lower",
        Direction.Neither => "neither",
        _ => throw new ArgumentOutOfRangeException(nameof(direction), direction, "A direction without a name."),
    };

    /// <summary>The test that was made; <c>none</c> when there was nothing to test.</summary>
    public static string Test(FeedbackComparison feedback) => feedback switch
    {
        { Probability: null } => "none",
        { Pairs.IsPassFail: true } => "mcnemar_exact",
        _ => "paired_bootstrap",
    };

    /// <summary>What a comparison rests on, and does not: sentences for people, none when all came together.</summary>
    public static IEnumerable<string> Notes(RunComparison comparison)
    {
        if (Said("traces", comparison.Traces) is { } traces)
        {
            yield return traces;
        }

        if (Said("sessions", comparison.Sessions) is { } sessions)
        {
            yield return sessions;
        }

        foreach (var pairs in comparison.Feedbacks.Select(f => f.Pairs).Where(p => p.OnlyBefore + p.OnlyAfter > 0))
        {
            var errors = pairs.NewErrors > 0 ? $", {pairs.NewErrors} of them in error now" : "";

            yield return $"{pairs.Name}: {pairs.OnlyBefore} values only before{errors}, {pairs.OnlyAfter} only after; they are not compared.";
        }

        foreach (var pairs in comparison.Feedbacks.Select(f => f.Pairs).Where(p => p.Texts > 0))
        {
            yield return $"{pairs.Name}: {pairs.TextsChanged} of {pairs.Texts} texts changed.";
        }

        if (comparison.ChangedScorers.ToList() is { Count: > 0 } changed)
        {
            yield return $"Scorers that are not what they were, so that a difference may be theirs: {string.Join(", ", changed)}.";
        }

        if (!comparison.KnowsSessions && comparison.Traces.Both > 0)
        {
            yield return "Neither run says which session a trace belongs to: each trace counts on its own.";
        }
    }

    private static string? Said(string what, UnitCounts units) => units.OnlyBefore + units.OnlyAfter == 0
        ? null
        : $"{units.Both} {what} are in both runs, {units.OnlyBefore} only before, {units.OnlyAfter} only after.";
}
