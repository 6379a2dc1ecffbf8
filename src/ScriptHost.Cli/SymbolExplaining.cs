using ScriptHost.Scripting;

namespace ScriptHost.Cli;

/// <summary><c>scripthost check --explain</c>: whether scripts may use something, and why.</summary>
internal static class SymbolExplaining
{
    /// <summary>Prints the answer.</summary>
    public static ExitCode Print(Terminal terminal, AllowlistText text, string name)
    {
        if (text.Read(out var list) is { Count: > 0 } faults || list is null)
        {
            throw new InputException("The allowlist has faults.");
        }

        var explanation = new AllowlistExplanation(text, list);
        var verdicts = explanation.Of(name);
        if (verdicts.Count == 0)
        {
            var near = explanation.Near(name) is { } suggestion ? $" Did you mean '{suggestion}'?" : "";

            throw new InputException($"Scripts see nothing that is called '{name}', so it is refused.{near}");
        }

        foreach (var verdict in verdicts.Distinct())
        {
            terminal.Say($"{verdict.Name}: {verdict.Answer}");
            terminal.Say($"  rule    {verdict.Rule}");
            if (verdict.Reason.Length > 0)
            {
                terminal.Say($"  reason  {verdict.Reason}");
            }
        }

        return ExitCode.Success;
    }
}
