namespace ScriptHost.Scripting;

/// <summary>What the allowlist says of one type.</summary>
/// <param name="All">Every public member is listed, but for <paramref name="Except"/>.</param>
/// <param name="Allow">The listed members, by metadata name, a property's or event's bare name, or a name with a signature.</param>
/// <param name="Except">Members that are refused whatever else is said.</param>
/// <param name="Inherit">Script types may derive from it or implement it.</param>
internal sealed record TypeRule(bool All, IReadOnlySet<string> Allow, IReadOnlySet<string> Except, bool Inherit)
{
    /// <summary>Whether the rule tells overloads apart.</summary>
    public bool HasSignatures => Allow.Concat(Except).Any(m => m.EndsWith(')'));

    /// <summary>Whether a member may be used.</summary>
    /// <param name="member">Its metadata name, such as <c>get_Length</c>, <c>.ctor</c> or <c>op_Equality</c>.</param>
    /// <param name="signature">Its parameter types in parentheses; empty for fields.</param>
    public bool Permits(string member, string signature) =>
        !Names(Except, member, signature) && (All || Names(Allow, member, signature));

    private static bool Names(IReadOnlySet<string> names, string member, string signature) =>
        names.Contains(member) || names.Contains(member + signature) || (Bare(member) is { } bare && names.Contains(bare));

    private static string? Bare(string member) =>
        member.Split('_', 2) is ["get" or "set" or "add" or "remove", var bare] ? bare : null;
}
