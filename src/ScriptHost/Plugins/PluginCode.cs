namespace ScriptHost.Plugins;

/// <summary>The codes of what is wrong with a plugin before its code runs. Stable: people search for them.</summary>
internal static class PluginCode
{
    /// <summary>A folder or file that cannot be read, or is too large.</summary>
    public const string Unreadable = "SH2531";

    /// <summary>A main assembly that is no assembly of .NET.</summary>
    public const string NoAssembly = "SH2532";

    /// <summary>An assembly that was built against another version of the contract.</summary>
    public const string Contract = "SH2533";

    /// <summary>A main assembly without a scorer.</summary>
    public const string NoScorer = "SH2534";

    /// <summary>A scorer's class that is abstract or generic, so that none can be made of it.</summary>
    public const string NoInstance = "SH2535";

    /// <summary>Warning: a folder with assemblies, none of which bears its name.</summary>
    public const string NoMain = "SH3004";
}
