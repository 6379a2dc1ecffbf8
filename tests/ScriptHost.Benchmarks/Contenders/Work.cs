namespace ScriptHost.Benchmarks.Contenders;

/// <summary>What is computed of each trace, by a scorer and by what it is compared with.</summary>
internal enum Work
{
    /// <summary>The letters (UTF-16) of the root's outputs.</summary>
    Outputs,

    /// <summary>Of all spans the letters of name and type, and how long they took, in whole milliseconds.</summary>
    Steps,

    /// <summary>The same, and of all spans' outputs the letters of a text, the items of a list, the members of an object.</summary>
    Spans,
}
