namespace ScriptHost.Cli;

/// <summary>How often an option may stand among <see cref="PlainArguments"/>, and with what.</summary>
internal enum PlainOption
{
    /// <summary>Once, with nothing.</summary>
    Flag,

    /// <summary>Once, with a value.</summary>
    One,

    /// <summary>Again and again, with a value each.</summary>
    Many,
}
