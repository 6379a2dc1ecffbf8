namespace ScriptHost.Trust;

/// <summary>The codes of what is wrong with trusted code and with <c>trust.yaml</c>. Stable: people search for them.</summary>
internal static class TrustCode
{
    /// <summary>Compiled code that nobody said may run.</summary>
    public const string Untrusted = "SH2521";

    /// <summary>Code that was trusted, and is other code now.</summary>
    public const string Changed = "SH2522";

    /// <summary>A fault in <c>trust.yaml</c>.</summary>
    public const string File = "SH2523";

    /// <summary>A <c>trust.yaml</c> that is no plain file, or that somebody else than the user could have written.</summary>
    public const string Rights = "SH2524";

    /// <summary>Trusted code that is a link: what it leads to can be exchanged.</summary>
    public const string Link = "SH2525";

    /// <summary>An entry for a scorer whose code lies elsewhere.</summary>
    public const string Elsewhere = "SH2526";
}
