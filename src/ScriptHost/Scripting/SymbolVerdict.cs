namespace ScriptHost.Scripting;

/// <summary>Whether scripts may use something, and why.</summary>
/// <param name="Name">Its full name.</param>
/// <param name="IsAllowed">Whether they may.</param>
/// <param name="Rule">What the allowlist says, and where.</param>
/// <param name="Reason">Why it says so; empty when it does not tell.</param>
internal sealed record SymbolVerdict(string Name, bool IsAllowed, string Rule, string Reason)
{
    /// <summary>Whether only a method called <c>GetHashCode</c> may use it.</summary>
    public bool IsForHashes { get; init; }

    /// <summary>The answer in a few words.</summary>
    public string Answer => (IsAllowed, IsForHashes) switch
    {
        (false, _) => "refused",
        (_, true) => $"allowed only inside a method called {HashUse.Method}",
        _ => "allowed",
    };
}
