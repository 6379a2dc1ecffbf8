using System.CommandLine;
using System.CommandLine.Parsing;
using ScriptHost.Trust;

namespace ScriptHost.Cli;

/// <summary><c>scripthost trust</c>: lets one scorer's code run with full rights, or takes that back.</summary>
internal static class TrustCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "The name of a script, or of a plugin's folder." };
        var why = new Option<string?>("--why") { Description = "Why it is trusted; stands in trust.yaml.", HelpName = "TEXT" };
        var needs = Needs();
        var yes = new Option<bool>("--yes") { Description = "Do not ask." };
        var revoke = new Option<bool>("--revoke") { Description = "Take the trust back." };
        var scorers = Options.Scorers();
        var allowlist = Options.Allowlist();

        return new Command("trust", "Shows what a scorer's code reaches for, and lets it run with full rights.") { name, why, needs, yes, revoke, scorers, allowlist }.Does(
            (parse, terminal, cancellationToken) =>
            {
                var trusting = new Trusting(terminal, Confirmation.Of(terminal), TimeProvider.System, parse.GetRequiredValue(scorers));

                return parse.GetValue(revoke)
                    ? trusting.Revoke(parse.GetRequiredValue(name))
                    : trusting.Trust(
                        parse.GetRequiredValue(name),
                        parse.GetValue(why),
                        parse.GetRequiredValue(needs),
                        parse.GetValue(yes),
                        OperatorAllowlist.Read(terminal, parse.GetValue(allowlist)),
                        cancellationToken);
            });
    }

    private static Option<TrustNeed[]> Needs() => new("--needs")
    {
        Description = $"What the containment has to open for it: {string.Join(", ", Enum.GetValues<TrustNeed>().Select(TrustText.Of))}; may be repeated, or name many with commas.",
        HelpName = "NEED",
        DefaultValueFactory = _ => [],
        CustomParser = Read,
    };

    private static TrustNeed[] Read(ArgumentResult result)
    {
        var needs = new SortedSet<TrustNeed>();
        foreach (var text in result.Tokens.SelectMany(t => t.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
        {
            if (TrustReading.Need(text) is not { } need)
            {
                var known = Enum.GetValues<TrustNeed>().Select(TrustText.Of).ToArray();
                result.AddError($"--needs is '{text}'; it must be of {string.Join(", ", known)}.{Suggestion.Sentence(text, known)}");

                return [];
            }

            needs.Add(need);
        }

        return [.. needs];
    }
}
