using ScriptHost.Runs;
using ScriptHost.Scripting;
using ScriptHost.Trust;

namespace ScriptHost.Cli;

/// <summary>Shows code, asks, and writes <c>trust.yaml</c>.</summary>
/// <param name="terminal">Where to print.</param>
/// <param name="confirmation">Who is asked.</param>
/// <param name="time">The time of a new entry.</param>
/// <param name="folder">The folder of scorers.</param>
internal sealed class Trusting(Terminal terminal, Confirmation confirmation, TimeProvider time, string folder)
{
    private const int ShownNames = 12;

    /// <summary>Lets a scorer's code, as it is now, run with full rights.</summary>
    public ExitCode Trust(string name, string? why, IReadOnlyList<TrustNeed> needs, bool isSure, AllowlistText allowlist, CancellationToken cancellationToken)
    {
        var list = ReadFile(out var text);
        var diagnostics = TrustProposal.Of(folder, name, allowlist, out var proposal, cancellationToken);
        foreach (var diagnostic in diagnostics)
        {
            terminal.Tell(diagnostic.ToString());
        }

        if (proposal is null)
        {
            return ExitCode.BadInput;
        }

        Print(proposal);
        foreach (var need in proposal.Needs.Except(needs).Select(TrustText.Of))
        {
            terminal.Tell($"note: it reaches for {need}, and '--needs {need}' is not given: where workers are contained, that stays closed to it.");
        }

        if (!isSure && !confirmation.IsPossible)
        {
            throw new InputException($"Nobody can be asked here; '--yes' trusts '{name}' without asking.");
        }

        var reason = why?.Trim() is { Length: > 0 } given ? given : confirmation.IsPossible ? confirmation.Ask($"Why is '{name}' trusted?") : null;
        if (reason is null)
        {
            throw new InputException($"A reason is missing: --why TEXT says in a sentence why '{name}' is trusted.");
        }

        if (!isSure && !confirmation.IsYes($"Let '{name}' run with your rights, whenever scorers of '{folder}' run?"))
        {
            terminal.Tell("Nothing was trusted.");

            return ExitCode.Cancelled;
        }

        var now = time.GetUtcNow();
        var entry = new TrustEntry(name, list.PathOf(proposal.File), proposal.Hash, Environment.UserName, now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond)), reason, needs);
        TrustFile.Write(folder, TrustEdit.Put(text, entry));
        terminal.Tell($"'{name}' is trusted, as long as none of its bytes changes: {Path.Combine(folder, TrustFile.Name)}");

        return ExitCode.Success;
    }

    /// <summary>Takes a trust back.</summary>
    public ExitCode Revoke(string name)
    {
        var list = ReadFile(out var text);
        if (text is null || list.Find(name) is null)
        {
            throw new InputException($"'{name}' is not trusted in '{Path.Combine(folder, TrustFile.Name)}'.{Suggestion.Sentence(name, list.Entries.Select(e => e.Scorer))}");
        }

        TrustFile.Write(folder, TrustEdit.Remove(text, name));
        terminal.Tell($"'{name}' is trusted no more.");

        return ExitCode.Success;
    }

    private TrustList ReadFile(out string? text)
    {
        if (!Directory.Exists(folder))
        {
            throw new InputException($"There is no folder of scorers '{folder}'; --scorers names another.");
        }

        var faults = TrustFile.Read(folder, out var list, out text);

        return faults.Count == 0 ? list : throw new InputException($"Nothing is written while {TrustFile.Name} has faults.\n{string.Join('\n', faults)}");
    }

    private void Print(TrustProposal proposal)
    {
        var facts = new FactList(terminal);
        terminal.Say(Printable.Line(proposal.Scorer));
        facts.Say("file", proposal.Files == 1 ? proposal.File : $"{proposal.File}, and {proposal.Files - 1} more in its folder");
        facts.Say("sha256", proposal.Hash);
        facts.Say("classes", proposal.Classes is null ? null : string.Join(", ", proposal.Classes));
        Print(facts, "It reaches for:", proposal.Reach);
        if (proposal.Dependencies.Topics.Any())
        {
            Print(facts, "What lies beside it reaches for:", proposal.Dependencies);
        }

        terminal.Say("That is what code names. What it calls by reflection or in native code has no name here: read it before you trust it.");
    }

    private void Print(FactList facts, string head, CodeReach reach)
    {
        terminal.Say(head);
        foreach (var (topic, names) in reach.Topics)
        {
            facts.Say(topic, string.Join(", ", names.Take(ShownNames)) + (names.Count > ShownNames ? $" and {names.Count - ShownNames} more" : ""));
        }

        if (!reach.Topics.Any())
        {
            facts.Say("nothing", "that is worth a word");
        }
    }
}
